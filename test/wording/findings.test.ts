import { describe, expect, it } from "vitest";
import type { Cell } from "../../src/grid";
import { builtInBook, READING_IDS } from "../../src/policy";
import type { FindingCode } from "../../src/findings";
import {
  describeCandidate,
  sayCandidate,
  sayCandidatesFooter,
  sayFinding,
  sayReviewNote,
  sayStep,
  type Language,
} from "../../src/wording";
import {
  book,
  findingsOf,
  ledger,
  rowOf,
  validate,
  type Circumstances,
  type Someone,
} from "../findings/setup";

const LANGUAGES: readonly Language[] = ["zh", "en"];
const undecided = { book: builtInBook() };

function said(code: FindingCode, who: Someone, language: Language, given?: Circumstances): string {
  const [first] = findingsOf(code, ledger(who), given);
  if (first === undefined) throw new Error(`No ${code}`);
  const { text, fix } = sayFinding(first, language);
  return `${text} ${fix}`;
}

describe("what findings say", () => {
  const table: readonly (readonly [FindingCode, Someone, readonly string[], readonly string[]])[] =
    [
      [
        "F-SCO-06",
        { scores: [80] },
        ["80 分", "80分归哪一档", "第二等级，绩效工资176.00元", "第三等级，绩效工资88.00元"],
        ["of 80 ", "tier 2, performance pay 176.00 yuan", "tier 3, performance pay 88.00 yuan"],
      ],
      [
        "F-SAL-03",
        { scores: [85], sales: 55_000 },
        [
          "55,000.00元",
          "门槛 60,000.00元（暂用）时提成 550.00元",
          "门槛 50,000.00元时提成 715.00元",
        ],
        ["550.00 yuan", "715.00 yuan"],
      ],
      ["F-SAL-02", { scores: [85], sales: -1234.5 }, ["-1,234.50元"], ["-1,234.50 yuan"]],
      ["F-SAL-01", { scores: [85], sales: "3万" }, ["“3万”", "30000"], ["“3万”", "30000"]],
      ["F-SCO-01", { scores: ["八十五"] }, ["“八十五”", "85"], ["“八十五”", "85"]],
      ["F-SCO-03", { scores: [105] }, ["105", "0 至 100"], ["105", "0 and 100"]],
      ["F-SCO-02", { scores: ["85.5分"] }, ["“85.5分”", "85.5"], ["85.5"]],
      ["F-MIS-01", { scores: [85, null, 85] }, ["2025-05"], ["2025-05"]],
      [
        "F-EMP-04",
        { scores: [85], until: "2025-03" },
        ["2025-06", "2025-03"],
        ["2025-06", "2025-03"],
      ],
      [
        "F-LVL-01",
        { scores: [85], level: "资深" },
        ["“资深”", "新客服(试用)、初级客服、中级客服、高级客服、储备主管"],
        ["储备主管"],
      ],
      [
        "F-DIS-01",
        { scores: [50, 50, 50] },
        ["绩效复核", "2025-04、2025-05、2025-06", "法律"],
        ["performance review", "law"],
      ],
      [
        "F-DIS-02",
        { scores: [50, 50, null] },
        ["截至最近一次考核 2025-05"],
        ["last assessment, 2025-05"],
      ],
      [
        "F-POL-02",
        { level: "储备主管", scores: [95], sales: 60_000 },
        ["储备主管底薪", "4,207.50元", "35,055.00元"],
        ["4,207.50 yuan", "35,055.00 yuan"],
      ],
      ["F-ELI-04", { scores: Array<Cell>(12).fill(95) }, ["高级客服"], ["Senior agent"]],
    ];
  for (const [code, who, zh, en] of table)
    it(`${code} names what HR needs: ${zh[0]}`, () => {
      for (const part of zh) expect(said(code, who, "zh", undecided)).toContain(part);
      for (const part of en) expect(said(code, who, "en", undecided)).toContain(part);
    });

  it("F-POL-02 counts people where no money differs, and nests quotation marks", () => {
    const given = { book: book({}, ["COMPLAINT_3_INCLUSIVE"]) };
    const zh = said("F-POL-02", { scores: [85], complaints: 3 }, "zh", given);
    expect(zh).toContain("口径“‘三次以上’是否含三次”尚未确认，会改变 1 人本月的结果");
    expect(zh).toContain("影响 1 人");
    expect(zh).not.toContain("元");
    expect(said("F-POL-02", { scores: [85], complaints: 3 }, "en", given)).toContain(
      "changes 1 person",
    );
  });

  it("shows readings by title, never by id, and no word of dismissal or of promotion decided", () => {
    const people: Someone[] = [
      { id: "A", name: "甲", level: "试用", scores: [85, 80, 85], complaints: [0, 0, 3] },
      { id: "B", name: "乙", level: "储备主管", scores: [60.5, 90.5], sales: 55_000, leaves: 1 },
      { id: "C", name: "丙", level: "中级", scores: [50, 50, 50] },
      { id: "D", name: "丁", level: "初级", scores: Array<Cell>(12).fill(95) },
    ];
    const report = validate(ledger(...people), undecided);
    const texts = LANGUAGES.flatMap((language) => [
      ...report.findings.flatMap(
        (finding) => Object.values(sayFinding(finding, language)) as string[],
      ),
      ...report.people.flatMap((row) => JSON.stringify(describeCandidate(row, language))),
      sayCandidatesFooter(language),
      sayReviewNote(language),
    ]);
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) {
      for (const id of READING_IDS) expect(text).not.toContain(id);
      expect(text).not.toMatch(/应晋升|辞退|undefined|NaN|\[object/u);
      expect(text).not.toMatch(/T[1-4]\b|atLeast|sinceLastPromotion/u);
    }
  });
});

describe("what is said of a person", () => {
  const row = (who: Someone, given?: Circumstances) => rowOf(validate(ledger(who), given));
  const of = (who: Someone, language: Language = "zh", given?: Circumstances) =>
    sayCandidate(row(who, given), language);

  const table: readonly (readonly [Someone, zh: string, en: string, given?: Circumstances])[] = [
    [{ level: "试用", scores: [85, 85, 85] }, "成绩达标", "Scores suffice"],
    [
      { level: "试用", scores: [85, 78, 85] },
      "未达标：最快还需 2 个月；卡在 2025-05（78分，第三等级）",
      "Not yet: 2 months more at best; blocked by 2025-05 (78, tier 3)",
    ],
    [
      { level: "试用", scores: [85, 85] },
      "只差一个月：最快还需 1 个月；现有 2 个月，要求连续 3 个月",
      "One month short: 1 month more at best; 2 of 3 consecutive months",
    ],
    [
      { level: "中级", scores: Array<Cell>(5).fill(95) },
      "只差一个月：最快还需 1 个月；连续月数已满足，考核窗口 5/6",
      "One month short: 1 month more at best; the run is long enough, assessment window 5/6",
    ],
    [
      { level: "初级", scores: [85, 85, 85, 85, 91] },
      "只差一个月：最快还需 1 个月；一级月现有 1 个，要求 2 个",
      "One month short: 1 month more at best; 1 of 2 months in tier 1",
    ],
    [
      { level: "试用", scores: [85, null, 85] },
      "缺成绩：缺 2025-05 成绩，补录后再判断",
      "Scores missing: The score of 2025-05 is missing; judge again once it is entered",
    ],
    [{ level: "储备主管", scores: [85] }, "已是最高级", "Top level"],
    [
      { level: "资深", scores: [85] },
      "未判定：级别“资深”不在制度里，无法判定",
      "Not judged: The policy knows no level “资深”",
    ],
    [
      { level: "试用", scores: [85, "优秀"] },
      "未判定：2025-06 的数据有误，改正后再判断",
      "Not judged: The data of 2025-06 are wrong; judge again once they are corrected",
    ],
    [
      { level: "试用", scores: [80] },
      "未判定：2025-06 的成绩按现行口径“80分归哪一档”不归任何一档",
      "Not judged: The score of 2025-06 belongs to no tier under the reading in force (The tier of 80 points)",
      { book: book({ SCORE_80: "undefined" }) },
    ],
  ];
  for (const [who, zh, en, given] of table)
    it(zh, () => {
      expect(of(who, "zh", given)).toBe(zh);
      expect(of(who, "en", given)).toBe(en);
    });

  it("lists target, months, what lies within the level, readings, skip and leave", () => {
    const level = ["试用", "试用", "试用", "试用", ...Array<Cell>(8).fill("初级")];
    const who: Someone = { level, scores: [95, "产假", ...Array<Cell>(10).fill(95)] };
    const zh = describeCandidate(row(who, { book: book({}, ["MIDDLE_T1_COUNT"]) }), "zh");
    expect(zh).toMatchObject({
      target: "初级客服 → 中级客服",
      level: "初级客服（自 2024-11，8 个月）",
      withinLevel: "其中现级别内 5 个月",
      dependsOn: "受口径影响：中级：几个一级月（未确认）",
      skipHint: "成绩也满足高级客服；越级须另行评审（§2.3）",
      leave: null,
      review: null,
    });
    expect(zh.evidence[0]).toBe("2025-02：95分，第一等级");
    const leave: Someone = { level: "试用", scores: [85, "产假", 85, 85] };
    expect(describeCandidate(row(leave), "zh").leave).toBe("含法定假期月份，请人工确认");
    expect(describeCandidate(row(leave), "en").leave).toContain("statutory leave");
  });

  it("does not claim that no reading matters where none was tried", () => {
    const who: Someone = { level: "试用", scores: [85, 85, 70] };
    expect(describeCandidate(row(who), "zh").dependsOn).toBeNull();
  });

  it("calls failed months a review, with what the law asks for beside the list", () => {
    const { review } = describeCandidate(row({ scores: [50, 50, 50] }), "zh");
    expect(review).toBe("绩效复核：连续 3 个月不及格（2025-04、2025-05、2025-06）");
    expect(sayReviewNote("zh")).toContain("法律");
    expect(sayCandidatesFooter("zh")).toContain("由审批人决定");
  });

  it("names each step with its clauses", () => {
    const [first] = row({ level: "试用", scores: [85, 85, 85] }).steps;
    if (first === undefined) throw new Error("No step");
    expect(sayStep(first, "zh")).toBe("本人申请（§6.Z）");
    expect(sayStep(first, "en")).toBe("Own application (§6.Z)");
  });
});
