import { formatAddress } from "../../core/a1";
import { assertWritable } from "../environment";
import { notImplemented } from "../errors";
import { bind, navigation, scalar } from "../objects";
import type { ObjectType } from "../objects";
import { conditionalFormats } from "./conditionalFormats";
import { rangeFormat } from "./format";
import { specialCells } from "./specialCells";
import { range, rangeAreas, worksheet } from "./registry";
import type { RangeAreasTarget } from "./targets";

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

export const RANGE_AREAS: ObjectType<RangeAreasTarget> = {
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
