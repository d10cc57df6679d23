import { book, MAIN, oneSheet, rows } from "./corpus";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const MICROSOFT = "http://schemas.microsoft.com/office";

function text(address: string, value: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
}

function number(address: string, value: number): string {
  return `<c r="${address}"><v>${value}</v></c>`;
}

/** Twelve months of one person from column B on. */
function months(row: number, scores: readonly (number | string)[]): string {
  return scores
    .map((score, index) => {
      const address = `${String.fromCharCode(66 + index)}${row}`;
      return typeof score === "number" ? number(address, score) : text(address, score);
    })
    .join("");
}

function answer(address: string, formula: string, value: number | string): string {
  return typeof value === "number"
    ? `<c r="${address}"><f>${formula}</f><v>${value}</v></c>`
    : `<c r="${address}" t="str"><f>${formula}</f><v>${value}</v></c>`;
}

/**
 * Workbooks whose stored values are those of the policy with every reading decided by its default, each
 * calculated by hand: the copy with plain formulas must keep them, and give them again when it is calculated.
 */
export const FORMULA_CORPUS: Readonly<Record<string, Uint8Array>> = {
  // 60000 × 1.3 %, 30005 × 0.9 %, 20000 × 0.7 %; 2200 × 10 % × 85; 2200 × 15 % × 95; 2200 × 5 % × 75.
  calls: oneSheet(
    number("A1", 60_000) + answer("B1", "_xldudf_CS_COMMISSION(A1)", 780),
    number("A2", 30_005) + answer("B2", "cs.commission ( A2 )", 270.05),
    number("A3", 85) + answer("B3", "CS.TIER(A3)", 2),
    answer("B4", "CS.PERFPAY(A3,&quot;初级客服&quot;)+SUM(A1:A2)*2", 180_197),
    answer(
      "B5",
      "IF(A1&gt;0,ROUND(CS.COMMISSION(A1)+_xldudf_CS_COMMISSION(CS.COMMISSION(A2)*100),2),0)",
      // 780 + 27005 × 0.7 %
      969.04,
    ),
    text("A6", "中级客服") + answer("B6", "CS.BASEPAY(A6)", 2400),
    // 2400 + 780 + 2400 × 15 % × 95 %
    number("A7", 95) + answer("B7", "CS.PAY(A6,A1,A7)", 3522),
    answer("B8", "CS.FINE(2,3)", 180),
    answer("B9", "&quot;提成&quot;&amp;TEXT(CS.COMMISSION(20000),&quot;0.00&quot;)", "提成140.00"),
    `<c r="B10"><f>SUM(A1:A2)</f><v>90005</v></c>${answer("C10", "&quot;=CS.TIER(A3)&quot;", "=CS.TIER(A3)")}`,
    answer("B11", "CS.COMMISSION(A1,&quot;2025-03&quot;)", 780),
    number("A12", 202_503) + answer("B12", "CS.PAY(A6,A1,A7,,A12)", 3522),
    `<c r="B13" t="e"><f>CS.COMMISSION(&quot;三万&quot;)</f><v>#VALUE!</v></c>`,
    `<c r="B14" t="b"><f>CS.FINE(1)=50</f><v>1</v></c>`,
  ),
  shared: oneSheet(
    number("A1", 60_000) +
      '<c r="B1"><f t="shared" ref="B1:B3" si="0">_xldudf_CS_COMMISSION(A1)</f><v>780</v></c><c r="C1"><f t="shared" ref="C1:C3" si="1">A1*2</f><v>120000</v></c>',
    number("A2", 30_005) +
      '<c r="B2"><f t="shared" si="0"/><v>270.05</v></c><c r="C2"><f t="shared" si="1"/><v>60010</v></c>',
    number("A3", 20_000) +
      '<c r="B3"><f t="shared" si="0"/><v>140</v></c><c r="C3"><f t="shared" si="1"/><v>40000</v></c>',
  ),
  arrays: oneSheet(
    `${number("A1", 60_000)}<c r="B1" cm="1"><f t="array" ref="B1:B2">_xldudf_CS_COMMISSION(A1:A2)</f><v>780</v></c><c r="C1"><f t="array" ref="C1:C2">CS.COMMISSION(A1:A2)*2</f><v>1560</v></c><c r="D1"><f>SUM(_xlfn.ANCHORARRAY(B1))</f><v>1050.05</v></c>`,
    `${number("A2", 30_005)}<c r="B2"><v>270.05</v></c><c r="C2"><v>540.1</v></c><c r="D2" cm="1"><f t="array" ref="D2">SUM(A1:A2*CS.TIER(90))</f><v>180010</v></c>`,
    `${text("A3", "中级客服")}<c r="B3" cm="1"><f t="array" ref="B3:F3">CS.PAYSLIP(A3,A1,95,100)</f><v>2400</v></c>${number("C3", 780)}${number("D3", 342)}${number("E3", 100)}${number("F3", 3622)}`,
    `<c r="B4" cm="1"><f t="array" ref="B4">_xldudf_CS_TIER(90)</f><v>2</v></c>`,
  ),
  table: book({
    sheets: [
      {
        name: "成绩",
        xml: `${rows(
          text("A1", "销售额") + text("B1", "提成") + text("C1", "两倍"),
          `${number("A2", 60_000)}<c r="B2"><f>_xldudf_CS_COMMISSION(表1[[#This Row],[销售额]])</f><v>780</v></c><c r="C2"><f>表1[[#This Row],[提成]]*2</f><v>1560</v></c>`,
          `${number("A3", 30_005)}<c r="B3"><f>_xldudf_CS_COMMISSION(表1[[#This Row],[销售额]])</f><v>270.05</v></c><c r="C3"><f>表1[[#This Row],[提成]]*2</f><v>540.1</v></c>`,
          '<c r="A4"/><c r="B4"><f>SUM(CS.COMMISSION(表1[销售额]))</f><v>1050.05</v></c><c r="C4"><f>SUBTOTAL(109,表1[两倍])</f><v>2100.1</v></c>',
        )}<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`,
        relations: [{ id: "rId1", type: "table", target: "../tables/table1.xml" }],
      },
    ],
    types: { "xl/tables/table1.xml": `${SPREADSHEET}.table+xml` },
    parts: {
      "xl/tables/table1.xml": `<?xml version="1.0"?><table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="A1:C4" totalsRowCount="1"><autoFilter ref="A1:C3"/><tableColumns count="3"><tableColumn id="1" name="销售额"/><tableColumn id="2" name="提成" totalsRowFunction="custom"><calculatedColumnFormula>_xldudf_CS_COMMISSION(表1[[#This Row],[销售额]])</calculatedColumnFormula><totalsRowFormula>SUM(CS.COMMISSION(表1[销售额]))</totalsRowFormula></tableColumn><tableColumn id="3" name="两倍" totalsRowFunction="sum"><calculatedColumnFormula>表1[[#This Row],[提成]]*2</calculatedColumnFormula></tableColumn></tableColumns></table>`,
    },
  }),
  names: book({
    sheets: [
      {
        name: "成绩",
        xml: rows(
          `${number("A1", 60_000)}${answer("B1", "首位提成", 780)}${answer("C1", "IF(A1&gt;0,首位提成*2,0)", 1560)}${answer("D1", "CS.COMMISSION(首位)", 780)}`,
        ),
      },
    ],
    workbook:
      '<definedNames><definedName name="首位">成绩!$A$1</definedName><definedName name="首位提成">_xldudf_CS_COMMISSION(成绩!$A$1)</definedName></definedNames>',
  }),
  rules: book({
    sheets: [
      {
        name: "成绩",
        xml: `${rows(number("A1", 60_000) + number("B1", 3))}<conditionalFormatting sqref="A1:A5"><cfRule type="expression" dxfId="0" priority="1"><formula>_xldudf_CS_COMMISSION($A1)&gt;500</formula></cfRule></conditionalFormatting><dataValidations count="2"><dataValidation type="custom" sqref="A1"><formula1>CS.COMMISSION(A1)&lt;1000</formula1></dataValidation><dataValidation type="whole" sqref="B1"><formula1>1</formula1><formula2>5</formula2></dataValidation></dataValidations><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${MICROSOFT}/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="${MICROSOFT}/excel/2006/main"><x14:cfRule type="expression" priority="4" id="{1}"><xm:f>CS.FINE(B1)&gt;别处!A1</xm:f><x14:dxf/></x14:cfRule><xm:sqref>B1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`,
      },
      { name: "别处", xml: rows(number("A1", 1)) },
    ],
  }),
  months: oneSheet(
    months(1, [70, 85, 91, 95, 92, 91, 93, 95, 91, 92, 96, 91]) +
      answer("N1", "CS.ELIGIBLE(B1:M1)", "高级客服") +
      answer("O1", "CS.RISK(B1:M1)", "正常"),
    months(2, [90, 85, 85, 85, 85, "产假", 95, 96, "", 55, 50, 59.99]) +
      answer("N2", "CS.RISK(B2:M2,&quot;初级客服&quot;)", "绩效复核") +
      answer("O2", "CS.ELIGIBLE(B2:M2)", "未达标"),
    text("A3", "初级客服") +
      months(3, [90, 85, 85, 85, 85, 85, 95, 96, 85, 84, 83, 82]) +
      // The two months of the first tier stand outside of the last five.
      answer("N3", "CS.ELIGIBLE(B3:M3,&quot;初级客服&quot;)", "最快还需2个月：中级客服") +
      answer("O3", "CS.ELIGIBLE(B3:M3,A3)", "最快还需2个月：中级客服"),
    text("A4", "储备主管") +
      months(4, [90, 85]) +
      answer("N4", "CS.ELIGIBLE(B4:M4,&quot;储备主管&quot;)", "已是最高级"),
  ),
  // What has no plain formula keeps its value, and what stands beside it becomes one.
  onlyValues: oneSheet(
    number("A1", 90) +
      number("B1", 91) +
      answer("C1", "CS.MONTHSLEFT(A1:B1,&quot;初级客服&quot;)", 3) +
      answer("D1", "CS.COMMISSION(20000)", 140),
    answer("C2", "MAP(A1:B1,_xleta._xldudf_CS_TIER)", 2) +
      answer("D2", "CS.TIER(OFFSET(A1,0,0))", 2),
    answer("C3", "SUM(CS.TIER(A1:B1))", 3),
  ),
  ownSheet: book({
    sheets: [
      { name: "成绩", xml: rows(number("A1", 60_000) + answer("B1", "CS.COMMISSION(A1)", 780)) },
      { name: "制度参数", xml: rows(text("A1", "人事自己的表")) },
    ],
  }),
};
