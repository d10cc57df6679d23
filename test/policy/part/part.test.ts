import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInBook, builtInValues, policyFor, READING_IDS, readingOf } from "../../../src/policy";
import {
  decide,
  decisionsThatHold,
  emptyStored,
  fromBook,
  POLICY_NAMESPACE,
  readPart,
  readPolicyJson,
  toBook,
  undoDecision,
  unite,
  writePart,
  writePolicyJson,
} from "../../../src/policy/part";
import type { PartResult, StoredDecision, StoredPolicy } from "../../../src/policy/part";
import { monthOf } from "../../../src/units";

function partWith(json: string): string {
  return `<policy xmlns="${POLICY_NAMESPACE}"><![CDATA[${json}]]></policy>`;
}

function read(text: string): Extract<PartResult, { kind: "read" }> {
  const result = readPart(text);
  if (result.kind !== "read") throw new Error(JSON.stringify(result));
  return result;
}

function problemsOf(text: string): readonly unknown[] {
  const result = readPart(text);
  return result.kind === "broken" ? result.why : [];
}

const salaryDecided: StoredDecision = {
  reading: "SALARY_RESERVE",
  option: "3000",
  by: "HR",
  on: "2026-11-23",
  note: "",
  from: "2025-01",
};

const withOwnVersion: StoredPolicy = {
  schema: 1,
  decisions: [salaryDecided],
  versions: [
    { id: "2026", from: "2026-01", name: "新制度", locked: false, values: builtInValues },
    { id: "old", values: builtInValues },
  ],
  acknowledged: ["L1"],
};

const text = fc.string({ unit: "binary", maxLength: 20 });
const day = fc
  .integer({ min: 0, max: 3650 })
  .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));
const decision: fc.Arbitrary<StoredDecision> = fc.record(
  {
    reading: fc.oneof(
      fc.constantFrom(...READING_IDS),
      text.filter((id) => id !== ""),
    ),
    option: fc.oneof(fc.constantFrom("3000", "none", "T2"), text),
    by: text,
    on: day,
    note: text,
    from: fc.constantFrom("2025-01", "2025-02", "2026-12"),
  },
  { requiredKeys: ["reading", "option"] },
);
const unknownFields = fc.dictionary(
  fc.string({ maxLength: 8 }).map((name) => `x-${name}`),
  // Prototype keys are refused on purpose; they have cases of their own.
  fc
    .jsonValue({ maxDepth: 3 })
    .filter((value) => !/"(?:__proto__|constructor|prototype)"/u.test(JSON.stringify(value))),
  { maxKeys: 3 },
);
const storedPolicy: fc.Arbitrary<StoredPolicy> = fc
  .record(
    {
      schema: fc.constant(1 as const),
      decisions: fc.array(
        fc.tuple(unknownFields, decision).map(([more, known]) => ({ ...more, ...known })),
        { maxLength: 6 },
      ),
      acknowledged: fc.array(text, { maxLength: 4 }),
      versions: fc.array(
        fc.record(
          {
            id: text.filter((id) => id !== ""),
            values: unknownFields.map((more) => ({ ...builtInValues, ...more })),
            from: fc.constantFrom("2024-01", "2025-07"),
            name: text,
            locked: fc.boolean(),
          },
          { requiredKeys: ["id", "values"] },
        ),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ["schema", "decisions"] },
  )
  .chain((known) => unknownFields.map((more) => ({ ...more, ...known })));

describe("reading a part", () => {
  it("reads the form of the file format", () => {
    const result = read(writePart(withOwnVersion));
    expect(result.book).toEqual(withOwnVersion);
    expect(result.reports).toEqual([]);
  });

  it("needs only schema and decisions", () => {
    expect(read(partWith('{"schema":1,"decisions":[]}')).book).toEqual(emptyStored);
    expect(problemsOf(partWith('{"schema":1}'))).toEqual([
      { code: "field", path: "$.decisions", expected: "value", received: "undefined" },
    ]);
  });

  it("takes a decision of which only reading and option are known", () => {
    const { book } = read(
      partWith('{"schema":1,"decisions":[{"reading":"PERF_T1_RATE","option":"20"}]}'),
    );
    expect(policyFor(toBook(book), monthOf(2025, 3)).options.PERF_T1_RATE).toBe("20");
  });

  it("reads what it writes, whatever is in it", () => {
    fc.assert(
      fc.property(storedPolicy, (stored) => {
        // JSON knows no −0; the file cannot keep it.
        const plain: unknown = JSON.parse(JSON.stringify(stored));
        expect(read(writePart(stored)).book).toEqual(plain);
      }),
      { numRuns: 150 },
    );
  });

  it("keeps and reports what it does not know, at every level", () => {
    const json = {
      schema: 1,
      future: { deep: [1, { x: null }] },
      decisions: [
        { reading: "NEW_READING", option: "a", by: "", on: "2026-01-01", note: "", mood: 3 },
        { reading: "SCORE_80", option: "T9", by: "", on: "2026-01-01", note: "" },
      ],
      versions: [
        {
          id: "v",
          colour: "red",
          values: {
            ...builtInValues,
            extra: true,
            levels: builtInValues.levels.map((level) => ({ ...level, badge: "★" })),
            performance: {
              ...builtInValues.performance,
              scoreInPay: {
                reading: "SCORE_IN_PAY",
                choices: { fraction: "fraction", raw: "raw", squared: "raw" },
              },
            },
          },
        },
      ],
    };
    const result = read(partWith(JSON.stringify(json)));
    expect(result.book).toEqual(json);
    expect(JSON.parse(writePolicyJson(result.book))).toEqual(json);
    expect(result.reports).toEqual(
      expect.arrayContaining([
        { kind: "unknownField", path: "$.future" },
        { kind: "unknownField", path: "$.decisions[0].mood" },
        { kind: "unknownField", path: "$.versions[0].colour" },
        { kind: "unknownField", path: "$.versions[0].values.extra" },
        { kind: "unknownField", path: "$.versions[0].values.levels[4].badge" },
        {
          kind: "unknownOption",
          path: "$.versions[0].values.performance.scoreInPay.choices.squared",
          reading: "SCORE_IN_PAY",
          option: "squared",
        },
        { kind: "unknownReading", path: "$.decisions[0].reading", reading: "NEW_READING" },
        {
          kind: "unknownOption",
          path: "$.decisions[1].option",
          reading: "SCORE_80",
          option: "T9",
        },
      ]),
    );
    expect(result.reports).toHaveLength(12);
    expect(fromBook(toBook(result.book))).toMatchObject({
      future: json.future,
      decisions: [{ mood: 3 }, { option: "T9" }],
      versions: [{ colour: "red", values: { extra: true } }],
    });
  });

  it("leaves a newer schema alone, however it looks", () => {
    expect(readPart(partWith('{"schema":2,"decisions":"elsewhere"}'))).toEqual({
      kind: "newerSchema",
      schema: 2,
    });
  });
});

describe("a broken part", () => {
  const good = writePolicyJson(withOwnVersion);
  const ns = `xmlns="${POLICY_NAMESPACE}"`;
  it.each<[string, string, object]>([
    ["nothing", "", { code: "notXml" }],
    ["no XML", "schema: 1", { code: "notXml" }],
    ["an open element", `<policy ${ns}>{`, { code: "notXml" }],
    ["an unknown entity", `<policy ${ns}>&bomb;</policy>`, { code: "notXml" }],
    [
      "a document type",
      `<!DOCTYPE policy [<!ENTITY a "aaaa">]><policy ${ns}>&a;</policy>`,
      { code: "documentType" },
    ],
    ["another root", `<rules ${ns}>{}</rules>`, { code: "otherRoot", name: "rules" }],
    [
      "another namespace",
      '<policy xmlns="urn:cs-promotion:policy:2">{}</policy>',
      { code: "otherRoot", namespace: "urn:cs-promotion:policy:2" },
    ],
    ["an element", `<policy ${ns}>{}<b/></policy>`, { code: "unexpectedMarkup", name: "b" }],
    ["an attribute", `<policy ${ns} a="1">{}</policy>`, { code: "unexpectedMarkup", name: "a" }],
    ["no text", `<policy ${ns}/>`, { code: "notJson" }],
    ["truncated JSON", partWith(good.slice(0, 2000)), { code: "notJson" }],
    ["a list", partWith("[]"), { code: "field", path: "$.schema" }],
    ["null", partWith("null"), { code: "field", path: "$" }],
    ["no schema", partWith('{"decisions":[]}'), { code: "field", path: "$.schema" }],
    ["schema 0", partWith('{"schema":0,"decisions":[]}'), { code: "field", path: "$.schema" }],
    [
      "a prototype key",
      partWith('{"schema":1,"decisions":[],"a":[{"__proto__":{"polluted":1}}]}'),
      { code: "forbiddenKey", path: "$.a[0].__proto__" },
    ],
    [
      "a constructor",
      partWith('{"schema":1,"decisions":[],"constructor":{}}'),
      { code: "forbiddenKey", path: "$.constructor" },
    ],
    ["deep nesting", partWith("[".repeat(200_000)), { code: "tooDeep", limit: 64 }],
    ["too much text", partWith(`"${"x".repeat(4_000_000)}"`), { code: "tooLarge" }],
    [
      "a day that is none",
      partWith('{"schema":1,"decisions":[{"reading":"SCORE_80","option":"T2","on":"2026-02-30"}]}'),
      { code: "field", path: "$.decisions[0].on", expected: "YYYY-MM-DD" },
    ],
    [
      "a month that is none",
      partWith('{"schema":1,"decisions":[{"reading":"SCORE_80","option":"T2","from":"2026-13"}]}'),
      { code: "field", path: "$.decisions[0].from", expected: "YYYY-MM" },
    ],
    [
      "a huge list",
      partWith(JSON.stringify({ schema: 1, decisions: Array(10_001).fill(salaryDecided) })),
      { code: "field", path: "$.decisions" },
    ],
    [
      "a version with half its values",
      partWith('{"schema":1,"decisions":[],"versions":[{"id":"a","values":{"score":{}}}]}'),
      { code: "field", path: "$.versions[0].values.levels" },
    ],
  ])("%s", (_name, xml, problem) => {
    expect(problemsOf(xml)[0]).toMatchObject(problem);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  it.each<[string, (values: typeof builtInValues) => object, object]>([
    [
      "a salary in words",
      (values) => ({ levels: [{ ...values.levels[0], baseSalaryFen: "2200" }] }),
      { path: "$.versions[0].values.levels[0].baseSalaryFen", expected: "number" },
    ],
    [
      "half a fen",
      (values) => ({ fines: { ...values.fines, leaveFen: 0.5 } }),
      { path: "$.versions[0].values.fines.leaveFen" },
    ],
    [
      "an unknown reading in a value",
      (values) => ({
        fines: { ...values.fines, netted: { reading: "NEW", choices: { no: false } } },
      }),
      { path: "$.versions[0].values.fines.netted.reading" },
    ],
    [
      "a dispute that leaves out an option",
      (values) => ({
        fines: { ...values.fines, netted: { reading: "FINES_NETTED", choices: { no: false } } },
      }),
      { path: "$.versions[0].values.fines.netted.choices.yes", expected: "value" },
    ],
    ["no levels", () => ({ levels: [] }), { path: "$.versions[0].values.levels" }],
  ])("%s", (_name, change, problem) => {
    const version = { id: "a", values: { ...builtInValues, ...change(builtInValues) } };
    const json = JSON.stringify({ schema: 1, decisions: [], versions: [version] });
    expect(problemsOf(partWith(json))[0]).toMatchObject({ code: "field", ...problem });
  });

  it("never throws", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom(
        "<policy",
        `<policy ${ns}>`,
        "</policy>",
        "<![CDATA[",
        "]]>",
        "&#0;",
        "{",
        "[",
      ),
      fc.constantFrom(
        '"schema":1',
        '"decisions":[',
        ",",
        "<!DOCTYPE a>",
        "<?x?>",
        "<!--",
        "\ud800",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(readPart(pieces.join("")).kind).toMatch(/^(read|broken|newerSchema)$/u);
      }),
      { numRuns: 1_000 },
    );
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.nat(4_000), (json, length) => {
        readPolicyJson(json);
        expect(readPolicyJson(good.slice(0, length)).kind).toBe("broken");
      }),
      { numRuns: 300 },
    );
  });
});

describe("writing a part", () => {
  it("holds characters that XML cannot", () => {
    const note = "\u0000\u0001\u0008\r\n\t\u007f\u0085\u2028\ufffe\uffff\ud800<&>]]>\"'😀";
    const stored = decide(emptyStored, { reading: "SCORE_80", option: "T2", note });
    const xml = writePart(stored);
    const forbidden = [...xml].filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xfffe || code === 0xffff;
    });
    expect(forbidden).toEqual([]);
    expect(xml).not.toContain("]]>");
    expect(read(xml).book.decisions[0]?.note).toBe(note);
  });
});

describe("decisions", () => {
  const on = "2026-01-01";
  it("hold once for a reading and a month; the last in the list wins", () => {
    const twice = decide(decide(withOwnVersion, salaryDecided), {
      ...salaryDecided,
      option: "30000",
    });
    expect(twice.decisions).toEqual([{ ...salaryDecided, option: "30000" }]);
    expect(decisionsThatHold([salaryDecided, { ...salaryDecided, option: "x" }])).toEqual([
      { ...salaryDecided, option: "x" },
    ]);
    expect(twice.versions).toBe(withOwnVersion.versions);
  });

  it("are undone for their month only", () => {
    const both = decide(withOwnVersion, { reading: "SALARY_RESERVE", option: "3000", on });
    expect(both.decisions).toHaveLength(2);
    expect(undoDecision(both, "SALARY_RESERVE").decisions).toEqual([salaryDecided]);
    expect(undoDecision(both, "SALARY_RESERVE", "2025-01").decisions).toEqual([
      { reading: "SALARY_RESERVE", option: "3000", on },
    ]);
    expect(undoDecision(both, "SALARY_RESERVE", "2024-01").decisions).toEqual(both.decisions);
  });

  it("hold from their month, and an unknown option leaves the reading undecided from its month", () => {
    const book = toBook({
      schema: 1,
      decisions: [
        { reading: "SCORE_80", option: "T3", on },
        { reading: "SCORE_80", option: "T2", on, from: "2025-01" },
        { reading: "SCORE_80", option: "T9", on, from: "2025-06" },
        { reading: "OTHER", option: "a", on },
      ],
    });
    const optionIn = (year: number, month: number): [string, boolean] => {
      const policy = policyFor(book, monthOf(year, month));
      return [policy.options.SCORE_80, policy.undecided.has("SCORE_80")];
    };
    expect(optionIn(2024, 12)).toEqual(["T3", false]);
    expect(optionIn(2025, 1)).toEqual(["T2", false]);
    expect(optionIn(2025, 5)).toEqual(["T2", false]);
    expect(optionIn(2025, 6)).toEqual([readingOf("SCORE_80").default, true]);
  });
});

describe("the union of parts", () => {
  const byReading = (decisions: readonly StoredDecision[]) =>
    new Map(decisions.map((one) => [`${one.reading} ${one.from ?? ""}`, one]));
  const one: StoredDecision = { reading: "SCORE_80", option: "T2", on: "2026-03-01" };
  const part = (...decisions: StoredDecision[]): StoredPolicy => ({ schema: 1, decisions });
  const without = ({ reading, option }: StoredDecision): StoredDecision => ({ reading, option });

  it("takes the later day, on a tie the later part", () => {
    const later = { ...one, option: "T3", on: "2026-03-02" };
    expect(unite([part(one), part(later)]).stored.decisions).toEqual([later]);
    expect(unite([part(later), part(one)]).stored.decisions).toEqual([later]);
    const sameDay = { ...one, option: "undefined" };
    expect(unite([part(one), part(sameDay)]).stored.decisions).toEqual([sameDay]);
    expect(unite([part(sameDay), part(one)]).stored.decisions).toEqual([one]);
  });

  it("lets the last of a list stand for its part, whatever its day", () => {
    const earlierDay = { ...one, option: "T3", on: "2026-02-01" };
    expect(unite([part(one, earlierDay)]).stored.decisions).toEqual([earlierDay]);
    const between = { ...one, option: "undefined", on: "2026-02-15" };
    expect(unite([part(one, earlierDay), part(between)]).stored.decisions).toEqual([between]);
  });

  it("keeps versions, acknowledgements and unknown fields of both, and says where they contradict", () => {
    const other: StoredPolicy = {
      schema: 1,
      decisions: [],
      versions: [
        { id: "2026", from: "2026-02", values: builtInValues },
        { id: "2027", from: "2027-01", values: builtInValues },
      ],
      acknowledged: ["L1", "L2"],
    };
    const united = unite([
      { ...withOwnVersion, ...{ x: 1, y: [1] } },
      { ...other, ...{ x: 2, y: [1] } },
    ]);
    expect(united.stored.versions?.map((version) => version.id)).toEqual(["2026", "old", "2027"]);
    expect(united.stored.versions?.[0]?.from).toBe("2026-02");
    expect(united.stored.acknowledged).toEqual(["L1", "L2"]);
    expect(united.stored).toMatchObject({ x: 2, y: [1] });
    expect(united.conflicts).toEqual([
      { kind: "field", name: "x" },
      { kind: "version", id: "2026" },
    ]);
    expect(unite([withOwnVersion, withOwnVersion])).toEqual({
      stored: withOwnVersion,
      conflicts: [],
    });
    expect(unite([]).stored).toEqual(emptyStored);
  });

  it.each<[string, StoredDecision, StoredDecision, readonly string[]]>([
    ["other options on one day", one, { ...one, option: "T3" }, ["T2 → T3"]],
    ["other options without a day", without(one), without({ ...one, option: "T3" }), ["T2 → T3"]],
    ["another day: the record tells", one, { ...one, option: "T3", on: "2026-03-02" }, []],
    ["another month", one, { ...one, option: "T3", from: "2026-01" }, []],
    ["the same option in another person's name", one, { ...one, by: "B", note: "x" }, []],
  ])("says where two people decided a reading differently: %s", (_, first, second, told) => {
    const { conflicts } = unite([part(first), part(second)]);
    expect(
      conflicts.map((conflict) =>
        conflict.kind === "decision" ? `${conflict.other} → ${conflict.taken}` : conflict.kind,
      ),
    ).toEqual(told);
  });

  it("says of three parts once what they contradict each other about, with what holds", () => {
    const { stored, conflicts } = unite(
      ["T2", "T3", "undefined"].map((option) => part({ ...one, option })),
    );
    expect(stored.decisions).toEqual([{ ...one, option: "undefined" }]);
    expect(conflicts).toMatchObject([{ kind: "decision", taken: "undefined" }]);
    const version = (name: string): StoredPolicy => ({
      ...emptyStored,
      versions: [{ id: "2026", name, values: builtInValues }],
    });
    expect(unite(["a", "b", "c"].map(version)).conflicts).toEqual([
      { kind: "version", id: "2026" },
    ]);
  });

  it("does not depend on the order of the parts where the days differ", () => {
    const dated = fc.uniqueArray(
      fc.record({
        reading: fc.constantFrom("SCORE_60", "SCORE_80", "NEW"),
        option: fc.constantFrom("a", "b", "c"),
        on: day,
        from: fc.constantFrom("2025-01", "2025-02"),
      }),
      { selector: (item) => item.on, maxLength: 12 },
    );
    fc.assert(
      fc.property(dated, fc.nat(12), fc.nat(12), (all, first, second) => {
        const [low, high] = first < second ? [first, second] : [second, first];
        const parts = [all.slice(0, low), all.slice(low, high), all.slice(high)].map((decisions) =>
          part(...decisionsThatHold(decisions)),
        );
        const [a = emptyStored, b = emptyStored, c = emptyStored] = parts;
        const forward = byReading(unite([a, b, c]).stored.decisions);
        expect(byReading(unite([c, a, b]).stored.decisions)).toEqual(forward);
        expect(byReading(unite([b, unite([c, a]).stored]).stored.decisions)).toEqual(forward);
        expect(unite([a, b, c]).stored.decisions).toHaveLength(forward.size);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the book", () => {
  it("is the built-in one without versions, and is not written out", () => {
    expect(toBook(emptyStored).versions).toBe(builtInBook().versions);
    expect(fromBook(builtInBook())).toEqual(emptyStored);
  });

  it("sorts versions by month, the one from the beginning first, and comes back as it was", () => {
    const book = toBook(withOwnVersion);
    expect(book.versions.map((version) => [version.id, version.from])).toEqual([
      ["old", null],
      ["2026", monthOf(2026, 1)],
    ]);
    expect(book.decisions[0]?.from).toBe(monthOf(2025, 1));
    expect(toBook(fromBook(book))).toEqual(book);
    expect(policyFor(book, monthOf(2025, 12)).version.id).toBe("old");
    expect(policyFor(book, monthOf(2026, 1)).version.id).toBe("2026");
  });
});

describe("versions", () => {
  it("a version without values of its own is the built-in policy, and is written as it came", () => {
    const json = `{"schema":1,"decisions":[],"versions":[{"id":"2026","from":"2026-01","values":{}}]}`;
    const { book } = read(partWith(json));
    const [version] = toBook(book).versions;
    expect(version?.values).toBe(builtInValues);
    expect(version?.from).toBe(monthOf(2026, 1));
    expect(read(writePart(book)).book).toEqual(book);
  });
});
