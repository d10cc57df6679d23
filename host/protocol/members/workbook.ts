import type { Environment, PaneState } from "../environment";
import { invalidArgument, notImplemented } from "../errors";
import { bind, navigation, scalar } from "../objects";
import type { HostObject, ObjectType } from "../objects";
import { comments } from "./comments";
import { customXmlParts } from "./customXml";
import { names } from "./names";
import { tables } from "./tables";
import { worksheets } from "./worksheet";
import { range } from "./registry";

export function workbook(env: Environment): HostObject {
  return bind(WORKBOOK, env);
}

const CALCULATION_TYPES: ReadonlySet<unknown> = new Set(["Recalculate", "Full", "FullRebuild"]);
const CALCULATION_MODES: ReadonlySet<unknown> = new Set([
  "Automatic",
  "AutomaticExceptTables",
  "Manual",
]);

const WORKBOOK: ObjectType<Environment> = {
  name: "Workbook",
  properties: {
    name: scalar(() => "Workbook.xlsx"),
    readOnly: scalar(() => false),
    protection: navigation((env) => bind(PROTECTION, env)),
    application: navigation((env) => bind(APPLICATION, env)),
    worksheets: navigation(worksheets),
    tables: navigation((env) => tables(env, null)),
    names: navigation((env) => names(env, null)),
    comments: navigation((env) => comments(env, null)),
    customXmlParts: navigation(customXmlParts),
  },
  methods: {
    getActiveCell: (env) => {
      const { sheetId, area } = env.workbook.selection();
      const sheet = env.workbook.sheet(sheetId) ?? env.workbook.activeSheet();
      return range(env, sheet, { ...area, rows: 1, columns: 1 });
    },
    getSelectedRange: (env) => {
      const { sheetId, area } = env.workbook.selection();
      return range(env, env.workbook.sheet(sheetId) ?? env.workbook.activeSheet(), area);
    },
    _RemoveReference: (env, parameters) => env.release(parameters.text(0)),
    _GetRangeForEventByReferenceId: () => {
      throw notImplemented("Workbook._GetRangeForEventByReferenceId");
    },
  },
};

const PROTECTION: ObjectType<Environment> = {
  name: "WorkbookProtection",
  properties: { protected: scalar((env) => env.structureProtected()) },
};

const APPLICATION: ObjectType<Environment> = {
  name: "Application",
  properties: {
    calculationMode: scalar(
      (env) => env.calculationMode,
      (env, value) => {
        if (!CALCULATION_MODES.has(value)) throw invalidArgument();
        env.calculationMode = String(value);
      },
    ),
    calculationState: scalar((env) => (env.workbook.calculating() ? "Calculating" : "Done")),
    decimalSeparator: scalar(() => "."),
    thousandsSeparator: scalar(() => ","),
    useSystemSeparators: scalar(() => true),
    cultureInfo: navigation((env) => bind(CULTURE, env)),
  },
  methods: {
    calculate: (env, parameters) => {
      if (!CALCULATION_TYPES.has(parameters.at(0))) throw invalidArgument();
      if (parameters.at(0) !== "Recalculate") env.workbook.calculateAll();
    },
    createWorkbook: (env, parameters) =>
      bind(CREATED, { env, bytes: fromBase64(parameters.text(0)) }),
    // The engine calculates after a request's writes, and nothing is on screen in between.
    suspendApiCalculationUntilNextSync: () => null,
    suspendScreenUpdatingUntilNextSync: () => null,
  },
};

/** A workbook that has been handed over and waits to be shown. */
interface CreatedWorkbook {
  readonly env: Environment;
  readonly bytes: Uint8Array;
}

const CREATED: ObjectType<CreatedWorkbook> = {
  name: "WorkbookCreated",
  identity: () => ({ Id: "created" }),
  methods: {
    open: ({ env, bytes }) => {
      env.openWorkbook(bytes);
      return null;
    },
  },
};

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    throw invalidArgument();
  }
}

const CULTURE: ObjectType<Environment> = {
  name: "CultureInfo",
  properties: {
    name: scalar((env) => env.language),
    numberFormat: navigation((env) => bind(CULTURE_NUMBERS, env)),
  },
};

const CULTURE_NUMBERS: ObjectType<Environment> = {
  name: "NumberFormatInfo",
  properties: {
    numberDecimalSeparator: scalar(() => "."),
    numberGroupSeparator: scalar(() => ","),
  },
};

function paneState(value: unknown): PaneState {
  if (value !== "Inactive" && value !== "Background" && value !== "Visible") {
    throw invalidArgument();
  }
  return value;
}

/** The objects that the client creates by name. */
export const SERVICES: Readonly<Record<string, ObjectType<Environment>>> = {
  "Microsoft.ExcelServices.CustomFunctions": {
    name: "CustomFunctions",
    methods: {
      setInvocationArrayResults: (env, parameters) => env.functionResults(parameters.at(0)),
      _SetOsfControlContainerReadyForCustomFunctions: (env) => env.functionsReady(),
    },
  },
  "Microsoft.AppRuntime.AppRuntimeService": {
    name: "AppRuntimeService",
    methods: {
      getAppRuntimeState: (env) => env.paneState,
      setAppRuntimeState: async (env, parameters) => {
        const state = paneState(parameters.at(0));
        if (state === "Visible" && env.behaves("paneAfterCommand")) await env.commandsCompleted();
        env.paneState = state;
      },
    },
  },
  "Microsoft.AppRuntime.AppRuntimePersistenceService": {
    name: "AppRuntimePersistenceService",
    methods: {
      getAppRuntimeStartState: (env) => env.startupState,
      setAppRuntimeStartState: (env, parameters) => {
        env.startupState = paneState(parameters.at(0));
      },
    },
  },
  "Microsoft.InternalService.AddinInternalService": {
    name: "AddinInternalService",
    methods: { notifyActionHandlerReady: (env) => env.actionsReady() },
  },
  "Microsoft.DynamicRibbon.DynamicRibbon": {
    name: "DynamicRibbon",
    // Which buttons are enabled is not shown by the emulation.
    methods: { executeRequestUpdate: () => null },
  },
};
