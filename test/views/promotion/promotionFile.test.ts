import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ScoreSheet } from "../../../src/scoresheet";
import { pathSteps } from "../../../src/policy";
import { promotionFile, vacancyLists } from "../../../src/views";
import { LAST, ledger, type Someone } from "../../findings/setup";
import { level } from "../../policy/decided";
import { judgePromotions, personOf, states, tableOf, told, type TableRow } from "./setup";

/** 85 92 86 93 88: five of tier 2 or better, two of tier 1. */
const FANG: Someone = { scores: [85, 92, 86, 93, 88] };

function stepsOf(rows: readonly TableRow[], sheet: ScoreSheet = ledger(FANG)): string[] {
  return states(personOf(judgePromotions(sheet, rows)).file?.steps);
}

/** The way from junior to middle, as rule P7 lists it. */
const WAY = [
  "§6.Z",
  "§4.1.A",
  "§4.2.A",
  "§4.2.B",
  "§4.2.C",
  "§4.2.E",
  "§5.2b",
  "§5.2c",
  "§5.2c",
  "§5.2c",
  "§6.Z",
];
const open = WAY.map((clause) => `${clause} open`);
const with_ = (changes: Readonly<Record<number, string>>): string[] =>
  open.map((step, index) => changes[index] ?? step);

describe("the way to the next level", () => {
  it("is open step by step while nothing is recorded", () => {
    expect(stepsOf([])).toEqual(open);
  });

  it.each<[string, TableRow[], Record<number, string>]>([
    ["passed", [told("§5.2b", "通过", { figure: "8/9" })], { 6: "§5.2b done 8/9" }],
    ["failed", [told("§5.2b", "不通过")], { 6: "§5.2b refused" }],
    ["pending", [told("§5.2b", "待定")], { 6: "§5.2b open" }],
    ["no result", [told("§5.2b", "")], { 6: "§5.2b open" }],
    ["another word", [told("§5.2b", "大概吧")], { 6: "§5.2b open" }],
    ["without the sign", [told("5.2b", "通过")], { 6: "§5.2b done" }],
    ["by its label", [told("部门匿名评选", "通过")], { 6: "§5.2b done" }],
    ["label and clause", [told("总经办、领导组审核（§5.2c、§6.Z）", "通过")], { 8: "§5.2c done" }],
    ["by its English label", [told("Own application", "通过")], { 0: "§6.Z done" }],
    ["spaces inside", [told(" 本人 申请 ", "通过")], { 0: "§6.Z done" }],
    ["the last of one clause", [told("行政部通知（§6.Z）", "通过")], { 10: "§6.Z done" }],
    [
      "two clauses in one row",
      [told("§4.2.A §4.2.B", "通过")],
      { 2: "§4.2.A done", 3: "§4.2.B done" },
    ],
    ["name of the level short", [told("§4.1.A", "通过", { target: "中级" })], { 1: "§4.1.A done" }],
    ["month as a serial", [told("§4.1.A", "通过", { month: 45_809 })], { 1: "§4.1.A done" }],
  ])("%s", (_, rows, changes) => {
    expect(stepsOf(rows)).toEqual(with_(changes));
  });

  it.each<[string, TableRow]>([
    ["another month", told("§5.2b", "通过", { month: "2025-05" })],
    ["no month", told("§5.2b", "通过", { month: "" })],
    ["an unreadable month", told("§5.2b", "通过", { month: "上个月" })],
    ["another level", told("§5.2b", "通过", { target: "高级客服" })],
    ["an unknown level", told("§5.2b", "通过", { target: "经理" })],
    ["another person", told("§5.2b", "通过", { id: "A09", name: "张三" })],
    ["a namesake's 工号", told("§5.2b", "通过", { id: "A09", name: "王芳" })],
    ["a clause that the way does not name", told("§4.3.A", "通过")],
    ["no clause", told("大家都说好", "通过")],
  ])("a row counts not: %s", (_, row) => {
    expect(stepsOf([row])).toEqual(open);
  });

  it("says which rows of the month it could not place", () => {
    const rows = [told("§4.3.A", "通过"), told("大家都说好", "通过"), told("§4.1.A", "通过")];
    const { file } = personOf(judgePromotions(ledger(FANG), rows));
    expect(file?.unclear.map(({ item }) => item.text)).toEqual(["§4.3.A", "大家都说好"]);
  });

  it("takes rows that name a clause of several steps in the order of those steps", () => {
    expect(stepsOf([told("§5.2c", "通过")])).toEqual(with_({ 7: "§5.2c done" }));
    expect(stepsOf([told("§5.2c", "通过"), told("§5.2c", "不通过")])).toEqual(
      with_({ 7: "§5.2c done", 8: "§5.2c refused" }),
    );
    // What a label names is not taken a second time.
    expect(stepsOf([told("§5.2c", "通过"), told("部门领导推举", "不通过")])).toEqual(
      with_({ 7: "§5.2c refused", 8: "§5.2c done" }),
    );
    const { file } = personOf(judgePromotions(ledger(FANG), [told("§5.2c", "通过")]));
    expect(file?.steps[7]?.record?.byOrder).toBe(true);
    const four = ["一", "二", "三", "四"].map(() => told("§5.2c", "通过"));
    const many = personOf(judgePromotions(ledger(FANG), four));
    expect(many.file?.unclear).toHaveLength(1);
  });

  it("of several rows the latest day holds, without days the lowest row", () => {
    const early = { date: "2025-06-03" };
    const late = { date: "2025-06-20" };
    expect(stepsOf([told("§4.1.A", "通过", late), told("§4.1.A", "不通过", early)])[1]).toBe(
      "§4.1.A done",
    );
    expect(stepsOf([told("§4.1.A", "通过", early), told("§4.1.A", "不通过", early)])[1]).toBe(
      "§4.1.A refused",
    );
    expect(stepsOf([told("§4.1.A", "通过", late), told("§4.1.A", "不通过")])[1]).toBe(
      "§4.1.A refused",
    );
  });

  it("knows a person without 工号 by name, and one with 工号 by it", () => {
    const noId = ledger({ ...FANG, id: null });
    const rows = [told("§5.2b", "通过", { id: "" })];
    expect(states(personOf(judgePromotions(noId, rows), "王芳").file?.steps)[6]).toBe("§5.2b done");
    expect(stepsOf([told("§5.2b", "通过", { name: "王 方" })])[6]).toBe("§5.2b done");
    const twins = ledger(FANG, { ...FANG, id: "A02" });
    expect(states(personOf(judgePromotions(twins, rows)).file?.steps)[6]).toBe("§5.2b open");
  });

  it("is there for candidates only", () => {
    const judged = judgePromotions(ledger({ scores: [70, 70, 70] }), [told("§5.2b", "通过")]);
    expect(personOf(judged).file).toBeNull();
  });
});

describe("votes are anonymous", () => {
  const figureOf = (figure: string, item = "§5.2b"): string => {
    const { file } = personOf(judgePromotions(ledger(FANG), [told(item, "通过", { figure })]));
    const record = file?.steps.find(({ clause }) => clause === item)?.record;
    return record?.figure.kind === "text"
      ? record.figure.text
      : (record?.figure.kind ?? "no record");
  };

  it.each(["8/9", "8", "8票", "赞成8票，反对1票", "8 of 9", "同意8 弃权1"])(
    "a count is kept: %s",
    (figure) => expect(figureOf(figure)).toBe(figure.normalize("NFKC")),
  );

  it.each(["赵磊同意", "赵、钱、孙 3票", "张敏: yes", "全体", "45876"])(
    "anything else is not repeated: %s",
    (figure) => expect(figureOf(figure)).toBe("withheld"),
  );

  it("other steps keep what was typed, and a vote's note stays in the sheet", () => {
    expect(figureOf("良好", "§4.2.A")).toBe("良好");
    const rows = [
      told("§5.2b", "通过", { note: "赵磊投了反对票" }),
      told("§4.2.A", "通过", { note: "客户表扬" }),
    ];
    const { file } = personOf(judgePromotions(ledger(FANG), rows));
    expect(file?.steps.map(({ record }) => record?.note ?? "")).toContain("客户表扬");
    expect(JSON.stringify(file?.steps)).not.toContain("赵磊");
  });
});

describe("a skip", () => {
  /** 80 and five of 91: middle and senior. */
  const SKIPPER: Someone = { scores: [80, 91, 91, 91, 91, 91] };

  it("needs its review first, and then the way to the level", () => {
    const { skip, row } = personOf(judgePromotions(ledger(SKIPPER)));
    expect(row.target?.id).toBe("middle");
    expect(skip?.target.id).toBe("senior");
    expect(states(skip?.steps).map((step) => step.split(" ")[0])).toEqual([
      "§2.3",
      "§6.Z",
      "§4.1.A",
      "§4.3.A",
      "§4.3.B",
      "§4.3.C",
      "§5.2b",
      "§5.2c",
      "§5.2c",
      "§5.2c",
      "§6.Z",
    ]);
  });

  it("has rows of its own: those of the level that it leads to", () => {
    const rows = [
      told("越级评审（§2.3）", "通过", { target: "高级客服" }),
      told("§4.1.A", "不通过"),
    ];
    const { skip, file } = personOf(judgePromotions(ledger(SKIPPER), rows));
    expect(states(skip?.steps)[0]).toBe("§2.3 done");
    expect(states(skip?.steps)[2]).toBe("§4.1.A open");
    expect(states(file?.steps)[1]).toBe("§4.1.A refused");
  });

  it("never leads to reserve supervisor, whatever is recorded", () => {
    const best: Someone = { level: "中级", scores: Array<number>(14).fill(95) };
    const rows = [told("越级评审（§2.3）", "通过", { target: "储备主管" })];
    const { skip, beyondReach, row } = personOf(judgePromotions(ledger(best), rows));
    expect(row.target?.id).toBe("senior");
    expect(skip).toBeNull();
    expect(beyondReach.map(({ item }) => item.seen)).toEqual(["越级评审（§2.3）"]);
    const junior: Someone = { level: "初级", scores: Array<number>(14).fill(95) };
    expect(personOf(judgePromotions(ledger(junior))).skip?.target.id).toBe("senior");
  });

  it("is not offered where the scores do not reach it", () => {
    expect(personOf(judgePromotions(ledger(FANG))).skip).toBeNull();
  });
});

describe("a vacancy of the supervisor's post", () => {
  it("lists reserve supervisors and seniors, whatever their scores", () => {
    const sheet = ledger(
      { id: "A01", name: "甲", level: "高级", scores: [60, 60] },
      { id: "A02", name: "乙", level: "储备", scores: [95, 95] },
      { id: "A03", name: "丙", level: "中级", scores: [95, 95] },
    );
    const { setting, people } = judgePromotions(sheet);
    const lists = vacancyLists(
      setting,
      people.map(({ judged }) => judged),
    );
    expect(
      lists.map(({ level, people: held }) => [level.id, held.map(({ ref }) => ref.name)]),
    ).toEqual([
      ["reserve", ["乙"]],
      ["senior", ["甲"]],
    ]);
  });
});

describe("whatever is recorded", () => {
  it("no row of another month or level changes a step, and states need a word of the list", () => {
    const { setting } = judgePromotions(ledger(FANG));
    const policy = setting.policies.asOf;
    const [from, target] = [level(policy, "junior"), level(policy, "middle")];
    const stepsAfter = (rows: readonly TableRow[]): string[] =>
      states(
        promotionFile(pathSteps(policy, from, target), tableOf(rows).records, target, LAST, policy)
          .steps,
      );
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            item: fc.constantFrom("§5.2b", "§5.2c", "§6.Z", "§4.1.A", "§9.9", "评选"),
            result: fc.constantFrom("通过", "不通过", "待定", "", "嗯"),
            month: fc.constantFrom("2025-06", "2025-05", "六月"),
            target: fc.constantFrom("中级客服", "高级客服", "经理"),
          }),
          { maxLength: 12 },
        ),
        (rows) => {
          const all = rows.map(({ item, result, ...more }) => told(item, result, more));
          const counted = all.filter((row) => row[3] === "2025-06" && row[2] === "中级客服");
          const steps = stepsAfter(all);
          expect(steps).toEqual(stepsAfter(counted));
          expect(steps).toHaveLength(WAY.length);
          const said = new Set(counted.map((row) => row[5]));
          if (!said.has("通过")) expect(steps.join()).not.toContain("done");
          if (!said.has("不通过")) expect(steps.join()).not.toContain("refused");
        },
      ),
      { numRuns: 200 },
    );
  });
});
