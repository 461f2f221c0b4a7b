import { Refusal } from "../refusal.ts";
import { findEncoding } from "./encoding.ts";
import { declaredCharset } from "./format.ts";
import { repair } from "./repair/repair.ts";
import type { Scratch } from "./scratch.ts";
import type { Survey } from "./survey.ts";
import type { Utf8Text } from "./text.ts";
import { transcode } from "./transcode.ts";

/** The file as valid UTF-8: itself where it is that already. */
async function asUtf8(path: string, found: Survey, name: string, scratch: Scratch): Promise<Utf8Text> {
  const encoding = await findEncoding(path, found, declaredCharset(found.head));
  if (!encoding)
    throw new Refusal("damaged_file", "readers.damaged_file", { fault: "encoding" }, { place: { file: name } });
  const ready = found.validUtf8 && (encoding.encoding === "utf-8" || encoding.encoding === "utf-8-bom");
  if (ready) return { path, ...encoding, faultyLines: [], repaired: null };
  const decoded = await transcode(path, encoding, () => scratch.path(), name);
  return { ...decoded, encoding: encoding.encoding, skip: 0, repaired: null };
}

/**
 * A text file as UTF-8, with what was decoded wrongly before it was saved put right: the file itself where it is
 * sound already.
 *
 * @throws Refusal `damaged_file` where its bytes make sense in no encoding
 */
export async function decodeText(path: string, found: Survey, name: string, scratch: Scratch): Promise<Utf8Text> {
  const text = await asUtf8(path, found, name, scratch);
  return (await repair(text, scratch)) ?? text;
}
