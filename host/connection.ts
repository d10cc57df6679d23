import { createExternal } from "./client/external";
import type { ExternalInterface, ExternalOptions, Message } from "./client/external";
import type { PressedCommands } from "./client/pressedCommands";
import type { Workbook } from "./core/workbook";
import type { BehaviourId } from "./profiles/behaviours";
import type { DisplayLanguage, Environment, PaneState } from "./protocol/environment";
import { References } from "./protocol/process";

/** What a connection needs of the host behind it. */
export interface HostSide {
  readonly workbook: Workbook;
  readonly locale: DisplayLanguage;
  readonly theme: ExternalOptions["theme"];
  readonly requirementSets: ExternalOptions["requirementSets"];
  readonly copies: ExternalOptions["copies"];
  readonly behaves: (id: BehaviourId) => boolean;
  readonly readNullAbove: () => number;
  readonly structureProtected: () => boolean;
  readonly unreadableRule: Environment["unreadableRule"];
  readonly process: (connection: Connection, request: string, flags: number) => Promise<string>;
  readonly workbookCreated: (bytes: Uint8Array) => void;
  readonly paneStateChanged: (connection: Connection, state: PaneState) => void;
  readonly functionResults: (results: unknown) => void;
  readonly functionsReady: () => void;
}

/** One connection: what the client library of one page keeps at the host. */
export class Connection {
  readonly external: ExternalInterface;
  readonly references = new References();
  readonly environment: Environment;
  /** Ribbon commands that were reported to the page. */
  readonly commands: PressedCommands;
  actionsReady = false;
  /** Sends messages to the page at once. */
  readonly send: (messages: readonly Message[]) => void;
  readonly disconnect: () => void;
  readonly #listening = new Set<string>();
  readonly #press: (id: string, callbackName: string) => void;

  constructor(host: HostSide) {
    const { external, send, disconnect, commands, press } = createExternal({
      language: host.locale,
      theme: host.theme,
      requirementSets: host.requirementSets,
      process: (request, flags) => host.process(this, request, flags),
      copies: host.copies,
      readOnly: host.behaves("readOnlyFile"),
    });
    this.external = external;
    this.send = send;
    this.disconnect = disconnect;
    this.commands = commands;
    this.#press = press;
    const { references } = this;
    const listening = this.#listening;
    let pane: PaneState = "Visible";
    const tellPane = (state: PaneState): void => host.paneStateChanged(this, state);
    this.environment = {
      workbook: host.workbook,
      behaves: host.behaves,
      openWorkbook: host.workbookCreated,
      language: host.locale,
      readNullAbove: host.readNullAbove,
      structureProtected: host.structureProtected,
      unreadableRule: host.unreadableRule,
      listen: (eventType, targetId, wanted) => {
        const key = `${eventType}:${targetId}`;
        if (wanted) listening.add(key);
        else listening.delete(key);
      },
      functionResults: host.functionResults,
      functionsReady: host.functionsReady,
      actionsReady: () => {
        this.actionsReady = true;
      },
      commandsCompleted: () => commands.completed(),
      get paneState(): PaneState {
        return pane;
      },
      set paneState(state: PaneState) {
        if (pane === state) return;
        pane = state;
        tellPane(state);
      },
      startupState: "Inactive",
      calculationMode: "Automatic",
      release: (referenceId) => references.release(referenceId),
    };
  }

  /** Presses a ribbon button; resolves with the status that the page gives the command in the end. */
  press(callbackName: string): Promise<number> {
    const { id, over } = this.commands.press();
    this.#press(id, callbackName);
    return over;
  }

  listensTo(eventType: number, target: string): boolean {
    return this.#listening.has(`${eventType}:${target}`);
  }

  listensToAny(eventType: number): boolean {
    return [...this.#listening].some((key) => key.startsWith(`${eventType}:`));
  }

  /** Events reach the client after the request that caused them has been answered. */
  sendLater(message: Message): void {
    setTimeout(() => this.send([message]), 0);
  }
}
