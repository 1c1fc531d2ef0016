// Names the tests that failed and what each said, from the xunit report, so that the end of a long log is enough to act on.
//   node eng/failed-tests.mjs TestResults/tests.xml
import { readFileSync } from "node:fs";

const unescape = text => text
  .replace(/^<!\[CDATA\[|\]\]>$/g, "")
  .replace(/&(lt|gt|quot|apos|amp|#x?[0-9A-Fa-f]+);/g, (_, name) => ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" })[name] ?? " ");

const report = readFileSync(process.argv[2], "utf8");
for (const [, attributes, body] of report.matchAll(/<test ([^>]*result="Fail"[^>]*)>([\s\S]*?)<\/test>/g)) {
  const name = unescape(attributes.match(/name="([^"]*)"/)?.[1] ?? "?");
  const message = unescape(body.match(/<message>([\s\S]*?)<\/message>/)?.[1] ?? "");
  const trace = unescape(body.match(/<stack-trace>([\s\S]*?)<\/stack-trace>/)?.[1] ?? "");
  console.log(`FAILED ${name}\n${message}\n${trace}\n`.replace(/^(?!FAILED)(?=.)/gm, "  "));
}
// An error outside of a test, as of a class that cannot be cleaned up.
for (const [, body] of report.matchAll(/<error [^>]*>([\s\S]*?)<\/error>/g)) {
  console.log(`FAILED outside of a test\n  ${unescape(body.match(/<message>([\s\S]*?)<\/message>/)?.[1] ?? "")}\n`);
}
