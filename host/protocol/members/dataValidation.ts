import { intersection, subtractArea } from "../../core/a1";
import { LIMIT_KINDS } from "../../core/sheetParts";
import type { DataValidation, ValidationRule } from "../../core/sheetParts";
import { assertWritable } from "../environment";
import { invalidArgument } from "../errors";
import { bind, scalar } from "../objects";
import type { HostObject, ObjectType, Property } from "../objects";
import type { RangeTarget } from "./targets";

/** Rules for what may be typed: kept as they are given, not enforced. */
export function dataValidation(target: RangeTarget): HostObject {
  return bind(DATA_VALIDATION, target);
}

const KINDS: readonly string[] = ["list", "custom", ...LIMIT_KINDS];

/** What Excel shows of cells that may hold anything. */
const NOTHING: Omit<DataValidation, "area"> = {
  rule: {},
  ignoreBlanks: true,
  prompt: null,
  errorAlert: null,
};

function validationOf({ sheet, area }: RangeTarget): Omit<DataValidation, "area"> {
  return sheet.parts.dataValidations.find((each) => intersection(each.area, area)) ?? NOTHING;
}

/** Takes what is said about these cells away; on other cells it stays. */
export function clearValidation({ sheet, area }: RangeTarget): void {
  assertWritable(sheet);
  sheet.parts.dataValidations = sheet.parts.dataValidations.flatMap((each) =>
    subtractArea(each.area, area).map((rest) => ({ ...each, area: rest })),
  );
}

function change(target: RangeTarget, changed: Partial<DataValidation>): void {
  const validation = { ...validationOf(target), ...changed, area: target.area };
  clearValidation(target);
  target.sheet.parts.dataValidations.push(validation);
}

function asRule(value: unknown): ValidationRule {
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const [kind, ...more] = keys;
  if (kind === undefined) return {};
  if (more.length > 0 || !KINDS.includes(kind)) throw invalidArgument();
  // Its one key is a kind of rule; what the rule says is kept as it is given.
  return value as ValidationRule;
}

function part<K extends "ignoreBlanks" | "prompt" | "errorAlert">(
  key: K,
  empty: DataValidation[K],
  accept: (value: unknown) => DataValidation[K],
): Property<RangeTarget> {
  return scalar(
    (target) => validationOf(target)[key] ?? empty,
    (target, value) => change(target, { [key]: accept(value) }),
  );
}

const words = (value: unknown, key: string): string => {
  // The client hands over what the add-in wrote: an object of these keys.
  const found = (value as Readonly<Record<string, unknown>> | null)?.[key];
  return typeof found === "string" ? found : "";
};

const DATA_VALIDATION: ObjectType<RangeTarget> = {
  name: "DataValidation",
  properties: {
    rule: scalar(
      (target) => validationOf(target).rule,
      (target, value) => change(target, { rule: asRule(value) }),
    ),
    type: scalar((target) => {
      const [key] = Object.keys(validationOf(target).rule);
      return key ? key.charAt(0).toUpperCase() + key.slice(1) : "None";
    }),
    ignoreBlanks: part("ignoreBlanks", true, (value) => value === true),
    prompt: part("prompt", { showPrompt: true, title: "", message: "" }, (value) => ({
      showPrompt: (value as { showPrompt?: unknown }).showPrompt !== false,
      title: words(value, "title"),
      message: words(value, "message"),
    })),
    errorAlert: part(
      "errorAlert",
      { showAlert: true, style: "Stop", title: "", message: "" },
      (value) => {
        const style = words(value, "style") || "Stop";
        if (style !== "Stop" && style !== "Warning" && style !== "Information") {
          throw invalidArgument();
        }
        const showAlert = (value as { showAlert?: unknown }).showAlert !== false;
        return {
          showAlert,
          style,
          title: words(value, "title"),
          message: words(value, "message"),
        };
      },
    ),
  },
  methods: { clear: clearValidation },
};
