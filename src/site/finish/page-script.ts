import { PLACES } from "../carry.ts";
import { inHead } from "./edit.ts";
import type { FinishStep } from "./page.ts";

/**
 * Two things that a page can only know when it is read. It keeps what a reader chose with the switch for large type, from page to page;
 * without it the switch works, by the style sheet, on the page on which it is pressed. And it shows what is marked with
 * `data-expires` from the day after that date on: a warning says that it has run out, however old the built site is. The date in the
 * text says so too.
 */
const SCRIPT = `<script>${[
  "(function(){",
  'var k="forewarn-type",d=document.documentElement,n=new Date,p=function(x){return(x<10?"0":"")+x},t=n.getFullYear()+"-"+p(n.getMonth()+1)+"-"+p(n.getDate());',
  'try{if(localStorage.getItem(k)==="large")d.className="large"}catch(e){}',
  'addEventListener("change",function(e){if(e.target.id!=="large-type")return;d.className=e.target.checked?"large":"";try{localStorage.setItem(k,d.className)}catch(f){}});',
  // While the page is being read, before anything of it is drawn: what has been drawn does not move.
  'var o=new MutationObserver(function(){document.querySelectorAll("[data-expires][hidden]").forEach(function(e){if(e.getAttribute("data-expires")<t)e.hidden=false})});',
  "o.observe(d,{childList:true,subtree:true});",
  'addEventListener("DOMContentLoaded",function(){var b=document.getElementById("large-type");if(b)b.checked=d.className==="large";setTimeout(function(){o.disconnect()})})',
  "})()",
].join("")}</script>`;

/** Adds the script to pages that have the switch, or into whose frame a header with it is put. */
export const pageScript: FinishStep = (html) =>
  html.includes('id="large-type"') || html.includes(PLACES.header) ? inHead(html, SCRIPT) : html;
