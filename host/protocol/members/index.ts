import { RANGE } from "./range";
import { RANGE_AREAS } from "./rangeAreas";
import { registerTypes } from "./registry";
import { WORKSHEET } from "./worksheet";

registerTypes({ Range: RANGE, RangeAreas: RANGE_AREAS, Worksheet: WORKSHEET });

export { SERVICES, workbook } from "./workbook";
