import { normaliseText } from "../../units";
import type { Person, TextOf } from "../../scoresheet";
import { atPerson, NONE, type Check } from "../check";

const OUTER_SPACE = /^\s|\s$/u;
/** Between Chinese characters a space only pads; between Latin words it belongs to the name. */
const INNER_SPACE = /\p{Script=Han}\s+\p{Script=Han}/u;
const ANY_SPACE = /\s/u;
/** Full-width digits, letters and spaces; full-width brackets are how Chinese is written. */
const FULL_WIDTH = /[\u3000\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/u;

function strays({ seen, text }: TextOf, innerSpace: RegExp): boolean {
  if (text === "" || seen === text) return false;
  return OUTER_SPACE.test(seen) || innerSpace.test(seen) || FULL_WIDTH.test(seen);
}

/** The lowest cell of the person with a key that is typed untidily. */
function strayKey(person: Person): TextOf | undefined {
  let lowest: { readonly row: number; readonly key: TextOf } | undefined;
  for (const { row, name, employeeId } of person.records) {
    const key = strays(name, INNER_SPACE)
      ? name
      : strays(employeeId, ANY_SPACE)
        ? employeeId
        : undefined;
    if (key !== undefined && (lowest === undefined || row > lowest.row)) lowest = { row, key };
  }
  return lowest?.key;
}

/** One 工号 with different names, or a key with stray spaces or full-width characters. */
export const nameVaries: Check = {
  type: "nameVaries",
  code: "F-EMP-03",
  group: "people",
  severities: ["warning"],
  of: "person",
  kind: "data",
  find(person) {
    const { records, employeeId } = person.person;
    const names =
      employeeId === ""
        ? []
        : [...new Set(records.map(({ name }) => name.text).filter((name) => name !== ""))];
    const stray = strayKey(person.person);
    if (names.length < 2 && stray === undefined) return NONE;
    return [
      ...(names.length < 2
        ? []
        : [
            atPerson("warning", person, null, null, {
              type: "nameVaries",
              problem: { kind: "names", names },
            }),
          ]),
      ...(stray === undefined
        ? []
        : [
            atPerson(
              "warning",
              person,
              null,
              null,
              {
                type: "nameVaries",
                problem: { kind: "stray", seen: stray.seen, clean: normaliseText(stray.text) },
              },
              stray.cell,
            ),
          ]),
    ];
  },
};
