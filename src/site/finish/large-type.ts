import { PLACES } from "../carry.ts";
import { inHead } from "./edit.ts";
import type { FinishStep } from "./page.ts";

/**
 * Keeps what a reader chose with the switch for large type, from page to page. Without a script the switch still works, by the
 * style sheet, on the page on which it is pressed.
 */
const SCRIPT =
  '<script>(function(){var k="forewarn-type",d=document.documentElement;try{if(localStorage.getItem(k)==="large")d.className="large"}catch(e){}addEventListener("change",function(e){if(e.target.id!=="large-type")return;d.className=e.target.checked?"large":"";try{localStorage.setItem(k,d.className)}catch(f){}});addEventListener("DOMContentLoaded",function(){var b=document.getElementById("large-type");if(b)b.checked=d.className==="large"})})()</script>';

/** Adds the script to pages that have the switch, or into whose frame a header with it is put. */
export const largeType: FinishStep = (html) =>
  html.includes('id="large-type"') || html.includes(PLACES.header) ? inHead(html, SCRIPT) : html;
