import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { builtInPolicy, formulas, type PolicyInForce } from "../../src/formulas";
import { bindFunctions } from "../../src/functions/bindFunctions";
import { builtInBook } from "../../src/policy";
import { monthOf } from "../../src/units";
import { GENERAL_FAULT } from "../../src/wording";
import { decidedBook } from "../policy/decided";

/** As Microsoft's runtime has it, as far as the binding can see. */
class RuntimeError extends Error {
  readonly code: string;
  constructor(code: string, message?: string) {
    super(message);
    this.code = code;
  }
}
const ErrorCode = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidReference: "#REF!",
  invalidName: "#NAME?",
};

type Bound = (...values: unknown[]) => unknown;
let bound: Map<string, Bound>;

/** A page where only `associate` exists, as before Office is ready; the rest comes with `ready`. */
function openPage(): { readonly ready: () => void } {
  bound = new Map();
  const associate = (id: string, execute: Bound): void => void bound.set(id, execute);
  vi.stubGlobal("CustomFunctions", { associate });
  return {
    ready: () => vi.stubGlobal("CustomFunctions", { associate, Error: RuntimeError, ErrorCode }),
  };
}

const decided: PolicyInForce = { kind: "book", book: decidedBook() };

async function bindWith(policy: PolicyInForce): Promise<(policy: PolicyInForce) => void> {
  let tell: (policy: PolicyInForce) => void = () => undefined;
  bindFunctions({
    load: () => Promise.resolve(policy),
    subscribe: (listener) => (tell = listener),
    today: () => monthOf(2025, 6),
  });
  // What is fetched apart comes after the policy.
  await vi.waitFor(() => expect(call("CLAUSE", [["§1"]], {})).toBeInstanceOf(Array));
  await vi.waitFor(() => expect(call("WHY", [[85]], [[null]], {})).toBeInstanceOf(Array));
  return tell;
}

function call(id: string, ...values: unknown[]): unknown {
  const execute = bound.get(id);
  if (execute === undefined) throw new Error(`${id} is not associated`);
  return execute(...values);
}

/** The error that a call throws. */
function thrown(id: string, ...values: unknown[]): unknown {
  try {
    call(id, ...values);
  } catch (error) {
    return error;
  }
  throw new Error(`${id} threw nothing`);
}

const invocation = { functionName: "X", address: undefined };

beforeEach(() => openPage().ready());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("binding", () => {
  it("associates every formula at once, before Office is ready", () => {
    openPage();
    bindFunctions({
      load: () => new Promise(() => undefined),
      subscribe: () => undefined,
      today: () => monthOf(2025, 6),
    });
    expect([...bound.keys()].sort()).toEqual([...formulas.keys()].sort());
  });

  it("does nothing on a page without the runtime", () => {
    vi.stubGlobal("CustomFunctions", undefined);
    expect(() =>
      bindFunctions({
        load: () => Promise.resolve(decided),
        subscribe: () => undefined,
        today: () => monthOf(2025, 6),
      }),
    ).not.toThrow();
  });

  it("answers at once when the policy is there", async () => {
    await bindWith(decided);
    expect(call("COMMISSION", [[60000]], null, invocation)).toEqual([[780]]);
    expect(call("COMMISSION", [[60000]], [[202503]], invocation)).toEqual([[780]]);
    expect(call("ELIGIBLE", [[85, 85, 85]], null, invocation)).toEqual([["初级客服"]]);
  });

  it("gives a scalar for scalars and rows for a range", async () => {
    await bindWith(decided);
    expect(call("TIER", 85, invocation)).toBe(2);
    expect(call("TIER", [[85, 95]], invocation)).toEqual([[2, 1]]);
    expect(call("COMMISSION", null, null, invocation)).toBe("");
  });

  it("lets those that are called early wait, and reads the policy once", async () => {
    let read = 0;
    let give: (policy: PolicyInForce) => void = () => undefined;
    bindFunctions({
      load: () => {
        read += 1;
        return new Promise((resolve) => (give = resolve));
      },
      subscribe: () => undefined,
      today: () => monthOf(2025, 6),
    });
    const early = [
      call("TIER", [[85]], invocation),
      call("BASEPAY", [["经理"]], null, invocation),
      call("WHY", [[85, 85, 85]], [["试用"]], invocation),
    ];
    expect(early.every((answer) => answer instanceof Promise)).toBe(true);
    give(decided);
    await expect(early[0]).resolves.toEqual([[2]]);
    await expect(early[1]).rejects.toMatchObject({ code: "#N/A" });
    await expect(early[2]).resolves.toHaveLength(6);
    expect(call("TIER", [[85]], invocation)).toEqual([[2]]);
    expect(read).toBe(1);
  });

  it("goes by a changed policy from then on", async () => {
    const tell = await bindWith({ kind: "book", book: builtInBook() });
    expect(thrown("BASEPAY", [["储备"]], null)).toMatchObject({ code: "#N/A" });
    tell({ kind: "book", book: decidedBook({ SALARY_RESERVE: "30000" }) });
    expect(call("BASEPAY", [["储备"]], null)).toEqual([[30000]]);
    tell({ kind: "unreadable", cause: "newer" });
    expect(thrown("BASEPAY", [["储备"]], null)).toMatchObject({
      code: "#N/A",
      message: expect.stringContaining("本工作簿的制度设置无法读取") as unknown,
    });
  });

  it("takes a policy that cannot be asked for as unreadable, never as the built-in one", async () => {
    bindFunctions({
      load: () => Promise.reject(new Error("out of reach")),
      subscribe: () => undefined,
      today: () => monthOf(2025, 6),
    });
    await expect(call("TIER", [[85]], invocation)).rejects.toMatchObject({ code: "#N/A" });
    expect(thrown("TIER", [[85]], invocation)).toMatchObject({ code: "#N/A" });
  });
});

describe("what Excel hands over", () => {
  beforeEach(async () => {
    await bindWith(decided);
  });

  it.each([0, null, ""])("blanks of a range as %j", (blank) => {
    expect(call("RISK", [[50, 50, blank, blank]], [[blank]], invocation)).toEqual([["预警2/3"]]);
    expect(call("ELIGIBLE", [[blank, blank]], [[blank]], invocation)).toEqual([[""]]);
    expect(call("PAY", [[blank]], [[blank]], [[blank]], [[blank]], [[blank]], invocation)).toEqual([
      [""],
    ]);
  });

  const shapes: readonly (readonly [string, (error: string, type: string) => unknown])[] = [
    ["the runtime's own error", (error) => new RuntimeError(error)],
    [
      "an ErrorCellValue",
      (error, errorType) => ({ type: "Error", basicType: "Error", basicValue: error, errorType }),
    ],
    ["an ErrorCellValue without its text", (_, errorType) => ({ type: "Error", errorType })],
    ["its text", (error) => error],
  ];
  it.each(shapes)("an error cell as %s", (_, make) => {
    for (const [error, type] of [
      ["#DIV/0!", "Div0"],
      ["#N/A", "NotAvailable"],
      ["#NUM!", "Num"],
      ["#VALUE!", "Value"],
      ["#NULL!", "Null"],
      ["#REF!", "Ref"],
      ["#NAME?", "Name"],
    ] as const) {
      expect(thrown("TIER", [[make(error, type)]], invocation)).toMatchObject({ code: error });
      expect(thrown("ELIGIBLE", [[85, make(error, type)]], null)).toMatchObject({ code: error });
      expect(call("TIER", [[85, make(error, type)]], invocation)).toEqual([
        [2, expect.objectContaining({ code: error }) as unknown],
      ]);
    }
  });

  it("errors that a function cannot give as #VALUE!", () => {
    for (const error of [
      "#SPILL!",
      "#CALC!",
      "#BUSY!",
      { errorType: "Python" },
      { code: "#WHAT!" },
    ])
      expect(thrown("TIER", [[error]])).toMatchObject({ code: "#VALUE!" });
  });

  it("other data types by their basic value", () => {
    expect(
      call("TIER", [[{ type: "FormattedNumber", basicValue: 85, numberFormat: "0.0" }]]),
    ).toEqual([[2]]);
  });

  it("nothing at all, and nothing but blanks", () => {
    expect(call("TIER", null, invocation)).toBe("");
    expect(call("TIER", [[]], invocation)).toEqual([[""]]);
    expect(call("COMMISSION", [[20000]], invocation)).toEqual([[140]]);
    expect(thrown("TIER", [[Number.NaN]])).toMatchObject({ code: "#VALUE!" });
  });
});

describe("what Excel gets", () => {
  beforeEach(async () => {
    await bindWith(decided);
  });

  it("an error alone is thrown with its message, in a range it stands in its cell", () => {
    const error = thrown("TIER", [["优秀"]]);
    expect(error).toBeInstanceOf(RuntimeError);
    expect(error).toMatchObject({ message: expect.stringContaining("优秀") as unknown });
    const [[first, second] = []] = call("TIER", [["优秀", 85]]) as unknown[][]; // rows, since a range was given
    expect(first).toBeInstanceOf(RuntimeError);
    expect(second).toBe(2);
  });

  it("never null, never a number that is none, never an error's text", () => {
    const cells = [85, 0, null, "", "x", 101, "产假", true, { code: "#DIV/0!" }, 1e300];
    for (const [id, { parameters }] of formulas) {
      const block = cells.map((cell) => [cell]);
      const values = parameters.map(() => block);
      let rows: unknown;
      try {
        rows = call(id, ...values, invocation);
      } catch (error) {
        expect(error).toBeInstanceOf(RuntimeError);
        expect((error as Error).message).not.toBe(GENERAL_FAULT); // shown above to be an error
        continue;
      }
      for (const cell of (rows as unknown[][]).flat()) {
        expect(["number", "string", "object"]).toContain(typeof cell);
        if (typeof cell === "number") expect(Number.isFinite(cell)).toBe(true);
        if (typeof cell === "string") expect(cell).not.toMatch(/^#/u);
        if (typeof cell === "object") expect(cell).toBeInstanceOf(RuntimeError);
      }
    }
  });

  it("a general message for a bug of ours, and the bug for the console", () => {
    const seen = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const strange = new Proxy([], {
      get: () => {
        throw new Error("a bug");
      },
    });
    expect(thrown("TIER", strange)).toMatchObject({ code: "#VALUE!", message: GENERAL_FAULT });
    expect(seen).toHaveBeenCalledOnce();
  });
});

it("knows errors before Office has any of its own", async () => {
  const page = openPage();
  bindFunctions({
    load: () => Promise.resolve(builtInPolicy()),
    subscribe: () => undefined,
    today: () => monthOf(2025, 6),
  });
  await expect(call("TIER", [["x"]], invocation)).rejects.toMatchObject({ code: "#VALUE!" });
  page.ready();
  expect(thrown("TIER", [["x"]])).toBeInstanceOf(RuntimeError);
});
