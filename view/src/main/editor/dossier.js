// How a dossier is coloured: Markdown, and inside its fences the language, whose words the server says.
import { HighlightStyle, StreamLanguage } from "@codemirror/language";
import { Tag, tags } from "@lezer/highlight";

const statement = Tag.define();
const value = Tag.define();
const citation = Tag.define();

/** @param language what casus says of itself: the words that a line may start with, and all others that mean something */
export function dossierLanguage(language) {
  const words = new Set(language.words);
  const starts = new Set(Object.keys(language.statements));

  function fenceAt(line) {
    const found = /^ {0,3}(`{3,}|~{3,})\s*([^`]*?)\s*$/.exec(line);
    return found && { mark: found[1][0], length: found[1].length, kind: found[2] };
  }

  function closes(line, fence) {
    const found = /^ {0,3}(`{3,}|~{3,})\s*$/.exec(line);
    return found && found[1][0] === fence.mark && found[1].length >= fence.length;
  }

  function inFence(stream) {
    const margin = stream.sol();
    if (stream.eatSpace()) return null;
    const c = stream.peek();
    if (c === "#") { stream.skipToEnd(); return "comment"; }
    if (c === '"' || c === "“") {
      const end = c === '"' ? '"' : "”";
      stream.next();
      while (!stream.eol()) {
        const d = stream.next();
        if (d === "\\") stream.next();
        else if (d === end) break;
      }
      return "string";
    }
    if (stream.match(/^\d{4}-\d{2}-\d{2}/)) return "number";
    if (stream.match(/^[x×]?\d+(\.\d+)?(\.\.\d+(\.\d+)?)?(:\d+(\.\d+)?)?%?/)) return "number";
    if (stream.match(/^@[\w-]+/)) return "citation";
    if (stream.match(/^[\p{L}_][\p{L}\p{N}_./-]*/u)) {
      const word = stream.current();
      if (margin && starts.has(word)) return "statement";
      return words.has(word) ? "keyword" : "variableName";
    }
    stream.next();
    return c === "+" || c === "-" || c === "=" || c === "<" || c === ">" ? "operator" : "punctuation";
  }

  function inProse(stream) {
    if (stream.sol() && stream.match(/^#{1,6} .*/)) return "heading";
    if (stream.match(/^\{\{.*?\}\}/)) return "value";
    if (stream.match(/^\[[\p{L}_][\p{L}\p{N}_-]*\]/u)) return "citation";
    if (stream.match(/^\*\*(?! ).*?\*\*/)) return "strong";
    if (stream.match(/^\*(?![ *]).*?\*/)) return "emphasis";
    if (stream.match(/^`[^`]+`/)) return "monospace";
    stream.next();
    stream.eatWhile(/[^{[*`]/);
    return null;
  }

  return StreamLanguage.define({
    name: "casus",
    startState: () => ({ fence: null }),
    copyState: state => ({ fence: state.fence }),
    token(stream, state) {
      if (stream.sol()) {
        if (state.fence) {
          if (closes(stream.string, state.fence)) { state.fence = null; stream.skipToEnd(); return "meta"; }
        } else {
          const fence = fenceAt(stream.string);
          if (fence) { state.fence = fence; stream.skipToEnd(); return "meta"; }
        }
      }
      if (!state.fence) return inProse(stream);
      if (/^casus(-test)?$/.test(state.fence.kind)) return inFence(stream);
      stream.skipToEnd();
      return "monospace";
    },
    tokenTable: { statement, value, citation },
    languageData: { commentTokens: { line: "#" }, closeBrackets: { brackets: ["(", "[", '"'] } },
  });
}

/** Whether a position lies in a casus fence. */
export function isInFence(doc, position) {
  let fence = null;
  const last = doc.lineAt(position).number;
  for (let n = 1; n < last; n++) {
    const line = doc.line(n).text;
    const found = /^ {0,3}(`{3,}|~{3,})\s*([^`]*?)\s*$/.exec(line);
    if (!found) continue;
    if (!fence) fence = { mark: found[1][0], length: found[1].length, kind: found[2] };
    else if (found[1][0] === fence.mark && found[1].length >= fence.length && !found[2]) fence = null;
  }
  return Boolean(fence) && /^casus(-test)?$/.test(fence.kind);
}

export const colours = HighlightStyle.define([
  { tag: statement, color: "var(--accent)", fontWeight: "700" },
  { tag: tags.keyword, color: "var(--accent)" },
  { tag: tags.string, color: "var(--for)" },
  { tag: tags.number, color: "var(--against)" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: tags.operator, color: "var(--against)", fontWeight: "700" },
  { tag: tags.punctuation, color: "var(--quiet)" },
  { tag: tags.meta, color: "var(--quiet)" },
  { tag: tags.heading, fontWeight: "700", fontSize: "1.1em" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.monospace, color: "var(--quiet)" },
  { tag: value, color: "var(--accent)", fontWeight: "600" },
  { tag: citation, color: "var(--accent)", textDecoration: "underline", textDecorationColor: "var(--rule)" },
]);
