import { describe, expect, it } from "vitest";
import {
  formulas,
  functionsHelp,
  functionsMetadata,
  registerFormulas,
  type Formula,
} from "../../src/formulas";

/** Ids and arguments as they were published: workbooks hold them, so they never change. */
const PUBLISHED: Readonly<Record<string, readonly string[]>> = {
  COMMISSION: ["sales", "[month]"],
  ELIGIBLE: ["scores", "[level]"],
  MONTHSLEFT: ["scores", "level"],
  WHY: ["scores", "[level]"],
  TIER: ["score"],
  PERFPAY: ["score", "level", "[month]"],
  BASEPAY: ["level", "[month]"],
  PAY: ["level", "sales", "score", "[extra]", "[month]"],
  PAYSLIP: ["level", "sales", "score", "[extra]", "[month]"],
  RISK: ["scores", "[level]"],
  FINE: ["complaints", "[leaves]"],
  CLAUSE: ["id"],
  HISTORY: ["employee", "employees", "months", "scores"],
};

const english = functionsMetadata("en");
const chinese = functionsMetadata("zh");

describe("what Excel is told of the functions", () => {
  it("lists every published function with its arguments, and no other", () => {
    const told = english.functions.map(({ id, parameters }) => [
      id,
      parameters.map(({ name, optional }) => (optional === true ? `[${name}]` : name)),
    ]);
    expect(Object.fromEntries(told)).toEqual(PUBLISHED);
    expect([...formulas.keys()].sort()).toEqual(Object.keys(PUBLISHED).sort());
  });

  it("is the same in both languages but for the words", () => {
    const shape = ({ functions, ...rest }: typeof english) => ({
      ...rest,
      functions: functions.map((told) => ({
        id: told.id,
        name: told.name,
        helpUrl: told.helpUrl,
        result: told.result,
        parameters: told.parameters.map(({ type, dimensionality, optional }) => ({
          type,
          dimensionality,
          optional,
        })),
      })),
    });
    expect(shape(chinese)).toEqual(shape(english));
  });

  it.each(
    english.functions.map((told, index) => [told.id, told, chinese.functions[index]] as const),
  )("has words of its own in each language for %s", (id, inEnglish, inChinese) => {
    expect(inEnglish.name).toBe(id);
    const pairs = [
      [inEnglish.description, inChinese?.description],
      ...inEnglish.parameters.flatMap((parameter, index) => [
        [parameter.description, inChinese?.parameters[index]?.description],
        [parameter.name, inChinese?.parameters[index]?.name],
      ]),
    ] as const;
    for (const [one, other] of pairs) {
      expect(one).toMatch(/[a-z]{2}/u);
      expect(other).toMatch(/\p{Script=Han}/u);
      expect(other).not.toBe(one);
    }
    const names = inChinese?.parameters.map(({ name }) => name) ?? [];
    expect(new Set(names).size).toBe(names.length);
  });

  it("lets errors and ranges reach the functions", () => {
    expect(english.allowErrorForDataTypeAny).toBe(true);
    for (const { parameters, result } of english.functions) {
      expect(result).toEqual({ type: "any", dimensionality: "matrix" });
      for (const parameter of parameters)
        expect(parameter).toMatchObject({ type: "any", dimensionality: "matrix" });
    }
  });

  it("leads to the help of each function, at the address given", () => {
    expect(english.functions[0]?.helpUrl).toBe("help.html#COMMISSION");
    const [first] = functionsMetadata("zh", "https://hr.example.com/cs/").functions;
    expect(first?.helpUrl).toBe("https://hr.example.com/cs/help.html#COMMISSION");
  });

  it("names the five levels where a level is asked for", () => {
    const levels = ["新客服(试用)", "初级客服", "中级客服", "高级客服", "储备主管"];
    const asked = [...english.functions, ...chinese.functions]
      .flatMap(({ parameters }) => parameters)
      .filter(({ name }) => name === "level" || name === "级别");
    expect(asked.length).toBeGreaterThan(10);
    for (const { description } of asked)
      for (const level of levels) expect(description).toContain(level);
  });
});

describe("the help of the functions", () => {
  const { examples, notes } = functionsHelp();

  it.each(english.functions.map(({ id, parameters }) => [id, parameters] as const))(
    "shows how %s is typed, where it takes a month with one first",
    (id, parameters) => {
      const counts = (examples[id] ?? []).map((example) => {
        const [, name, given = ""] = /^=CS\.([A-Z]+)\((.+)\)$/u.exec(example) ?? [];
        expect(name).toBe(id);
        return given.split(", ").length;
      });
      const required = parameters.filter(({ optional }) => optional !== true).length;
      expect(Math.min(...counts)).toBe(required);
      expect(counts[0]).toBe(parameters.length);
    },
  );

  it("tells of whole columns and of 5 MB, for HISTORY where it is typed as well", () => {
    const history = [chinese, english].map(
      ({ functions }) => functions.find(({ id }) => id === "HISTORY")?.description ?? "",
    );
    for (const text of [...history, ...notes.flatMap(({ zh, en }) => `${zh}${en}`)].filter((said) =>
      said.includes("A5000"),
    )) {
      expect(text).toMatch(/整列|whole column/u);
      expect(text).toContain("5 MB");
    }
    expect(history.every((text) => text.includes("A5000"))).toBe(true);
    expect(notes.some(({ zh }) => zh.includes("5 MB"))).toBe(true);
  });

  it("fits what Excel shows of a function", () => {
    for (const { description, parameters } of [...english.functions, ...chinese.functions]) {
      expect(description.length).toBeLessThan(1024);
      for (const parameter of parameters) expect(parameter.description.length).toBeLessThan(512);
    }
  });
});

describe("the register", () => {
  const [some, ...others] = formulas.values();
  if (some === undefined) throw new Error("There are no functions");
  const twoArguments = others.find(({ parameters }) => parameters[1]?.optional === true);
  if (twoArguments === undefined) throw new Error("No function has an optional argument");

  it("refuses two formulas of one id", () => {
    expect(() => registerFormulas([some, ...others, { ...some }])).toThrow(some.id);
  });
  it("refuses a required argument after an optional one", () => {
    const turned: Formula = { ...twoArguments, parameters: [...twoArguments.parameters].reverse() };
    expect(() => registerFormulas([turned])).toThrow("follows an optional one");
  });
  it("keeps the order", () => {
    expect([...registerFormulas([twoArguments, some]).keys()]).toEqual([twoArguments.id, some.id]);
  });
});
