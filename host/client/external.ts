import { DOCUMENT_COPY, type DocumentCopies } from "./documentCopies";
import { PressedCommands, RIBBON_COMMAND } from "./pressedCommands";
import { notImplemented } from "../protocol/errors";
import type { DisplayLanguage } from "../protocol/environment";

/** What the client library finds in `window.external` of a page inside Excel on Windows. */
export interface ExternalInterface {
  GetHostInfo(): string;
  GetContext(): Readonly<Record<string, () => unknown>>;
  Execute(
    dispatchId: number,
    parameters: unknown,
    callback: (response: SafeArray | number) => void,
  ): void;
  RegisterEvent(
    dispatchId: number,
    target: string,
    handler: MessageHandler,
    callback: (status: number) => void,
  ): void;
  UnregisterEvent(dispatchId: number, target: string, callback: (status: number) => void): void;
}

/** Excel's arrays are read by a method. */
export interface SafeArray {
  toArray(): readonly unknown[];
}

type MessageHandler = (dispatchId: number, payload: SafeArray) => void;

/** [category, type, target, JSON, id] for the client's message manager. */
export type Message = readonly [number, number, string, string, number];

const EXECUTE_RICH_API = 93;
const RICH_API_MESSAGE = 33;
const SHARED_RUNTIME_WITH_FUNCTIONS = 3;

/** The client's own numbers of how a document is open. */
const READ_WRITE = 0;
const READ_ONLY = 1;

const COPY_REQUESTS: ReadonlySet<number> = new Set(Object.values(DOCUMENT_COPY));

const safe = (values: readonly unknown[]): SafeArray => ({ toArray: () => values });

/** Colours as numbers, as Excel hands them out. */
const THEMES = {
  light: {
    primaryBackgroundColor: 0xffffff,
    primaryForegroundColor: 0x000000,
    secondaryBackgroundColor: 0xe6e6e6,
    secondaryForegroundColor: 0x666666,
  },
  dark: {
    primaryBackgroundColor: 0x262626,
    primaryForegroundColor: 0xffffff,
    secondaryBackgroundColor: 0x0a0a0a,
    secondaryForegroundColor: 0xcccccc,
  },
} as const;

export type Theme = keyof typeof THEMES;

export interface ExternalOptions {
  readonly theme: Theme;
  readonly language: DisplayLanguage;
  readonly requirementSets: Readonly<Record<string, string>>;
  /** `flags` are the client's own, sent beside the request. */
  readonly process: (request: string, flags: number) => Promise<string>;
  readonly copies: DocumentCopies;
  /** Whether the document is open to be read only. */
  readonly readOnly: boolean;
}

/** The host's end of the wire to one client. */
export function createExternal(options: ExternalOptions): {
  external: ExternalInterface;
  send: (messages: readonly Message[]) => void;
  readonly commands: PressedCommands;
  /** Reports to the page that a ribbon command was pressed. */
  readonly press: (id: string, callbackName: string) => void;
  /** The page is gone: nothing is sent or called back any more. */
  disconnect: () => void;
} {
  const { language, requirementSets } = options;
  const handlers: MessageHandler[] = [];
  const commandHandlers: MessageHandler[] = [];
  /** Buttons that were pressed before the page listened to them. */
  const early: (() => void)[] = [];
  const commands = new PressedCommands();
  let connected = true;
  const later = (callback: () => void): void => {
    setTimeout(() => {
      if (connected) callback();
    }, 0);
  };
  const context: Readonly<Record<string, () => unknown>> = {
    GetAppType: () => 1,
    GetSolutionRef: () => "emulated-host",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => language,
    GetAppDataLocale: () => language,
    GetDocUrl: () => "Workbook.xlsx",
    GetAppCapabilities: () => (options.readOnly ? READ_ONLY : READ_WRITE),
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "",
    GetInstanceId: () => "emulated-host",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(requirementSets),
    GetDialogRequirementMatrix: () => "{}",
    GetHostCustomMessage: () => 0,
    GetHostFullVersion: () => "16.0.19000.20000",
    GetInitialDisplayMode: () => 0,
    GetOfficeThemeInfo: () => JSON.stringify(THEMES[options.theme]),
  };
  const external: ExternalInterface = {
    GetHostInfo: () =>
      `excel$win32$16.01$${language}$$$disableLogging$${SHARED_RUNTIME_WITH_FUNCTIONS}`,
    GetContext: () => ({
      ...context,
      // The old settings of the document are empty and not written by the add-in.
      GetSettings: () => ({ Read: (keys: unknown[], values: unknown[]) => void [keys, values] }),
    }),
    Execute: (dispatchId, parameters, callback) => {
      if (COPY_REQUESTS.has(dispatchId)) {
        const given: readonly unknown[] = Array.isArray(parameters) ? parameters : [];
        void options.copies.answer(dispatchId, given).then((answer) => {
          if (connected) callback(typeof answer === "number" ? answer : safe(answer));
        });
        return;
      }
      if (dispatchId === RIBBON_COMMAND.completed) {
        commands.complete(Array.isArray(parameters) ? parameters : []);
        later(() => callback(0));
        return;
      }
      if (dispatchId !== EXECUTE_RICH_API) {
        throw notImplemented(`request of kind ${dispatchId} (the older common API)`);
      }
      const { body, flags } = requestOf(parameters);
      void options.process(body, flags).then((response) => {
        if (connected) callback(safe([0, 200, ["Content-Type", "application/json"], response]));
      });
    },
    RegisterEvent: (dispatchId, _target, handler, callback) => {
      if (dispatchId === RICH_API_MESSAGE) handlers.push(handler);
      later(() => {
        callback(0);
        if (dispatchId !== RIBBON_COMMAND.pressed) return;
        commandHandlers.push(handler);
        for (const send of early.splice(0)) send();
      });
    },
    UnregisterEvent: (dispatchId, _target, callback) => {
      if (dispatchId === RICH_API_MESSAGE) handlers.splice(0);
      if (dispatchId === RIBBON_COMMAND.pressed) commandHandlers.splice(0);
      later(() => callback(0));
    },
  };
  return {
    external,
    send: (messages) => {
      if (!connected) return;
      const payload = safe(messages.map((message) => safe(message)));
      for (const handler of [...handlers]) handler(RICH_API_MESSAGE, payload);
    },
    commands,
    press: (id, callbackName) => {
      const event = JSON.stringify({ source: { id: callbackName } });
      const send = (): void => {
        for (const handler of [...commandHandlers])
          handler(RIBBON_COMMAND.pressed, safe([id, callbackName, event]));
      };
      if (commandHandlers.length === 0) early.push(send);
      else send();
    },
    disconnect: () => {
      connected = false;
    },
  };
}

/** The parameters are untyped: [[customData, method, path, headers, body, permission, flags]]. */
function requestOf(parameters: unknown): { readonly body: string; readonly flags: number } {
  const first: unknown = Array.isArray(parameters) ? parameters[0] : null;
  const parts: readonly unknown[] = Array.isArray(first) ? first : [];
  const [body, flags] = [parts[4], parts[6]];
  if (typeof body !== "string") throw notImplemented("request in another form");
  return { body, flags: typeof flags === "number" ? flags : 0 };
}
