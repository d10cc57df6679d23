import type { Area, Sheet } from "../../core/workbook";
import type { Environment } from "../environment";

// What is kept of the objects that more than one table of members uses.

export interface SheetTarget {
  readonly env: Environment;
  readonly sheet: Sheet;
}

export interface RangeTarget extends SheetTarget {
  readonly area: Area;
}

export interface RangeAreasTarget extends SheetTarget {
  readonly areas: readonly Area[];
}

export interface TableTarget {
  readonly env: Environment;
  readonly id: string;
}
