import type { TaskStage } from "../../problems";
import type { Both, Language } from "../language";

const stages: Readonly<Record<TaskStage, Both>> = {
  loading: { zh: "正在读取", en: "Reading" },
  opening: { zh: "正在读取文件", en: "Reading the files" },
  checking: { zh: "正在校验", en: "Checking" },
  highlighting: { zh: "正在高亮", en: "Highlighting" },
  clearing: { zh: "正在清除高亮", en: "Clearing highlights" },
  writing: { zh: "正在写入工作表", en: "Writing the sheet" },
  recalculating: { zh: "正在重新计算公式", en: "Calculating the formulas" },
  saving: { zh: "正在保存", en: "Saving" },
  fetching: { zh: "正在取得工作簿", en: "Fetching the workbook" },
  surveying: { zh: "正在查看工作簿", en: "Looking through the workbook" },
  copying: { zh: "正在生成副本", en: "Making the copy" },
};

export function sayStage(stage: TaskStage, language: Language): string {
  return stages[stage][language];
}
