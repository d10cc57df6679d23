import type { Area, Sheet } from "../../core/workbook";
import type { Environment } from "../environment";
import { bind } from "../objects";
import type { HostObject, ObjectType } from "../objects";
import type { RangeAreasTarget, RangeTarget, SheetTarget } from "./targets";

// Excel's objects lead to one another: a sheet has ranges, a range has a sheet. So that their tables of members need
// not import one another, the types that many lead to are found by their names.

interface Targets {
  readonly Range: RangeTarget;
  readonly RangeAreas: RangeAreasTarget;
  readonly Worksheet: SheetTarget;
}

type Types = { readonly [Name in keyof Targets]: ObjectType<Targets[Name]> };

let types: Types | null = null;

/** Makes the types known; index.ts does so before anybody can ask for an object. */
export function registerTypes(all: Types): void {
  types = all;
}

function objectOf<Name extends keyof Targets>(name: Name, target: Targets[Name]): HostObject {
  if (types === null) throw new Error(`${name} is not registered.`);
  const type: ObjectType<Targets[Name]> = types[name];
  return bind(type, target);
}

export function range(env: Environment, sheet: Sheet, area: Area): HostObject {
  return objectOf("Range", { env, sheet, area });
}

export function rangeAreas(target: RangeAreasTarget): HostObject {
  return objectOf("RangeAreas", target);
}

export function worksheet(env: Environment, sheet: Sheet): HostObject {
  return objectOf("Worksheet", { env, sheet });
}
