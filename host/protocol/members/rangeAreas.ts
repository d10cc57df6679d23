import { formatAddress } from "../../core/a1";
import type { Area, Sheet } from "../../core/workbook";
import { assertWritable } from "../environment";
import type { Environment } from "../environment";
import { notImplemented } from "../errors";
import { bind, navigation, scalar } from "../objects";
import type { HostObject, ObjectType } from "../objects";
import { conditionalFormats } from "./conditionalFormats";
import { rangeFormat } from "./format";
import { range } from "./range";
import { specialCells } from "./specialCells";
import { worksheet } from "./worksheet";

export interface RangeAreasTarget {
  readonly env: Environment;
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

export function rangeAreas(target: RangeAreasTarget): HostObject {
  return bind(RANGE_AREAS, target);
}

const addressOf = ({ sheet, areas }: RangeAreasTarget): string =>
  areas.map((area) => formatAddress(sheet.name, area)).join(",");

const RANGE_COLLECTION: ObjectType<RangeAreasTarget> = {
  name: "RangeCollection",
  items: ({ env, sheet, areas }) => areas.map((area) => range(env, sheet, area)),
  methods: {
    getCount: ({ areas }) => areas.length,
    getItemAt: ({ env, sheet, areas }, parameters) => {
      const area = areas[parameters.integer(0)];
      return area ? range(env, sheet, area) : null;
    },
  },
};

const RANGE_AREAS: ObjectType<RangeAreasTarget> = {
  name: "RangeAreas",
  kept: true,
  properties: {
    address: scalar(addressOf),
    addressLocal: scalar(addressOf),
    areaCount: scalar(({ areas }) => areas.length),
    cellCount: scalar(({ areas }) =>
      areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0),
    ),
    areas: navigation((target) => bind(RANGE_COLLECTION, target)),
    conditionalFormats: navigation((target) => conditionalFormats(target)),
    format: navigation(({ env, sheet, areas }) =>
      rangeFormat(areas.map((area) => ({ env, sheet, area }))),
    ),
    worksheet: navigation(({ env, sheet }) => worksheet(env, sheet)),
  },
  methods: {
    _KeepReference: () => null,
    select: ({ env, sheet, areas }) => {
      const [first] = areas;
      if (first) env.workbook.select(sheet.id, first);
    },
    clear: ({ sheet, areas }, parameters) => {
      const what = parameters.given(0) ? parameters.text(0) : "All";
      if (what !== "Contents") throw notImplemented(`RangeAreas.clear(${what})`);
      assertWritable(sheet);
      for (const area of areas) sheet.clear(area);
    },
    getSpecialCellsOrNullObject: ({ env, sheet, areas }, parameters) => {
      const found = specialCells(sheet, areas, parameters);
      return found.length > 0 ? rangeAreas({ env, sheet, areas: found }) : null;
    },
  },
};
