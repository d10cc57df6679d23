import { holdsArea, parseSpan, type Area } from "../../grid";
import { sheetName } from "../formulas/references";
import { tokenize, type Token } from "../formulas/tokenize";

/** What formulas of the copy refer to in another file. */
export interface LinkUse {
  /** Cells by the sheet of that file, in lower case. */
  readonly areas: Map<string, Area[]>;
  /** Names of that file, in lower case. */
  readonly names: Set<string>;
  /** Whether a formula refers to it in a way that cannot be followed here. */
  unclear: boolean;
}

const FILE = /^\[(\d+)\]$/u;
const SHEET_OF_FILE = /^\[(\d+)\](.*)$/su;

/** What the cells, names, rules and charts of the copy use of parts that the whole workbook shares. */
export class Uses {
  /** Other files, by the number that formulas give them. */
  readonly links = new Map<number, LinkUse>();
  /** Pictures that WPS shows in cells, by their names. */
  readonly pictures = new Set<string>();
  /** Whether a formula shows a picture that it computes. */
  anyPicture = false;
  /** Rich values of cells, by the number that a cell gives. */
  readonly richValues = new Set<number>();
  /** Names of connections, in lower case, that formulas ask. */
  readonly connections = new Set<string>();
  /** Whether formulas run scripts that the workbook keeps. */
  scripts = false;
  /** Relationships that sheets name, by the path of the sheet. */
  readonly #relations = new Map<string, Set<string>>();

  noteRelation(sheet: string, id: string): void {
    const known = this.#relations.get(sheet);
    if (known === undefined) this.#relations.set(sheet, new Set([id]));
    else known.add(id);
  }

  /** The relationships that a sheet names; undefined for a part that is no sheet of the copy. */
  relationsOf(sheet: string): ReadonlySet<string> | undefined {
    return this.#relations.get(sheet);
  }

  noteSheet(sheet: string): void {
    if (!this.#relations.has(sheet)) this.#relations.set(sheet, new Set());
  }

  noteFormula(formula: string): void {
    const isOfInterest = formula.includes("[") || /DISPIMG|CUBE|\bPY\(/iu.test(formula);
    if (!isOfInterest) return;
    const tokens = tokenize(formula);
    tokens.forEach((token, at) => {
      if (token.kind === "bracket") this.#noteFile(tokens, at);
      else if (token.kind === "sheet") this.#noteSheetOfFile(tokens, at);
      else if (token.kind === "name" && tokens[at + 1]?.text === "(") this.#noteCall(tokens, at);
    });
  }

  #linkOf(number: number): LinkUse {
    const known = this.links.get(number);
    if (known !== undefined) return known;
    const begun: LinkUse = { areas: new Map(), names: new Set(), unclear: false };
    this.links.set(number, begun);
    return begun;
  }

  /** `[1]工资!A1`, `[1]!名字`. */
  #noteFile(tokens: readonly Token[], at: number): void {
    const number = FILE.exec(tokens[at]?.text ?? "")?.[1];
    if (number === undefined) return;
    const link = this.#linkOf(Number(number));
    const [next, after] = [tokens[at + 1], tokens[at + 2]];
    if (next?.text === "!") this.#noteReference(link, "", tokens, at + 2);
    else if (next?.kind === "name" && after?.text === "!")
      this.#noteReference(link, next.text, tokens, at + 3);
    else link.unclear = true;
  }

  /** `'[1]工 资'!A1`. */
  #noteSheetOfFile(tokens: readonly Token[], at: number): void {
    const token = tokens[at];
    const [, number, name = ""] =
      token === undefined ? [] : (SHEET_OF_FILE.exec(sheetName(token)) ?? []);
    if (number === undefined) return;
    const link = this.#linkOf(Number(number));
    if (tokens[at + 1]?.text === "!" && !name.includes(":"))
      this.#noteReference(link, name, tokens, at + 2);
    else link.unclear = true;
  }

  #noteReference(link: LinkUse, sheet: string, tokens: readonly Token[], at: number): void {
    const first = tokens[at];
    const last = tokens[at + 1]?.text === ":" ? tokens[at + 2] : first;
    if (first?.kind !== "name" || last?.kind !== "name") {
      link.unclear = true;
      return;
    }
    const area = parseSpan(first.text, last.text);
    if (area === undefined || sheet === "") {
      link.names.add(first.text.toLowerCase());
      if (last !== first) link.unclear = true;
      return;
    }
    const key = sheet.toLowerCase();
    const known = link.areas.get(key);
    if (known === undefined) link.areas.set(key, [area]);
    else if (known.every((each) => !holdsArea(each, area))) known.push(area);
  }

  #noteCall(tokens: readonly Token[], at: number): void {
    const name = (tokens[at]?.text ?? "").toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.)+/u, "");
    const argument = tokens.slice(at + 2).find(({ kind }) => kind !== "space");
    const text = argument?.kind === "text" ? argument.text.slice(1, -1) : null;
    if (name === "DISPIMG") {
      if (text === null) this.anyPicture = true;
      else this.pictures.add(text);
    } else if (name.startsWith("CUBE")) this.connections.add((text ?? "").toLowerCase());
    else if (name === "PY") this.scripts = true;
  }
}
