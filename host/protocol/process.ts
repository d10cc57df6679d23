import type { Environment } from "./environment";
import { accessDenied, HTTP_STATUS, RichApiError, notImplemented } from "./errors";
import { SERVICES, workbook } from "./members";
import { HostObject, Parameters, bind } from "./objects";

/** The client's request, as far as it is read. */
export interface RichApiRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[] };
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name?: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface RichApiResponse {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
}

const PATH = {
  global: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;

/** Methods that a file denies which is open to be read. */
const WRITES: ReadonlySet<string> = new Set([
  "add",
  "apply",
  "autofitColumns",
  "autofitRows",
  "clear",
  "clearAll",
  "copyFrom",
  "delete",
  "freezeRows",
  "insert",
  "merge",
  "protect",
  "setAppRuntimeStartState",
  "setAppRuntimeState",
  "setPosition",
  "setPrintArea",
  "setXml",
  "unmerge",
  "unprotect",
]);

/** Objects that the client keeps from one request to the next. */
export class References {
  readonly #objects = new Map<string, HostObject>();
  #next = 1;

  keep(object: HostObject): void {
    if (object.referenceId !== null) return;
    object.referenceId = `ref${this.#next}`;
    this.#next += 1;
    this.#objects.set(object.referenceId, object);
  }

  get(id: string): HostObject {
    const object = this.#objects.get(id);
    if (!object) {
      throw new RichApiError(
        "InvalidReference",
        "This reference is not valid for the current operation.",
      );
    }
    return object;
  }

  release(id: string): void {
    this.#objects.delete(id);
  }

  get size(): number {
    return this.#objects.size;
  }
}

/** The members that a request touches, for the log: "Worksheet.getRange", one entry each. */
export type Touched = Set<string>;

/** Does what a request asks for, action by action, until one fails. */
export async function processRequest(
  request: RichApiRequest,
  env: Environment,
  references: References,
  touched: Touched,
  faultAt: (actionIndex: number) => RichApiError | null = () => null,
): Promise<RichApiResponse> {
  const batch = new Batch(request, env, references, touched);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  for (const [index, action] of request.Actions.entries()) {
    try {
      const fault = faultAt(index);
      if (fault) throw fault;
      if (action.ActionType === ACTION.trace) {
        // The client waits for a trace both ways.
        traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: null });
      } else {
        results.push({ ActionId: action.Id, Value: await batch.perform(action) });
      }
    } catch (error) {
      return {
        Results: results,
        TraceIds: traces,
        Error: errorOf(error, batch.location(action), index),
      };
    }
  }
  return { Results: results, TraceIds: traces };
}

export function errorOf(
  error: unknown,
  location: string,
  actionIndex: number,
): NonNullable<RichApiResponse["Error"]> {
  const code = error instanceof RichApiError ? error.code : "GeneralException";
  const message = error instanceof Error ? error.message : String(error);
  return {
    Code: code,
    Message: error instanceof RichApiError ? message : `emulated host: ${message}`,
    Location: location,
    ActionIndex: actionIndex,
    HttpStatusCode: HTTP_STATUS[code] ?? 400,
  };
}

class Batch {
  readonly #request: RichApiRequest;
  readonly #env: Environment;
  readonly #references: References;
  readonly #touched: Touched;
  readonly #resolved = new Map<number, HostObject | null>();

  constructor(request: RichApiRequest, env: Environment, references: References, touched: Touched) {
    this.#request = request;
    this.#env = env;
    this.#references = references;
    this.#touched = touched;
  }

  async perform(action: Action): Promise<unknown> {
    const object = await this.#resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object ? object.identity() : null;
      case ACTION.query:
        if (!object) return null;
        await this.#env.workbook.calculated();
        return this.#query(object, [
          ...(action.QueryInfo?.Select ?? []),
          ...(action.QueryInfo?.Expand ?? []),
        ]);
      case ACTION.method: {
        if (!object) return null;
        const name = memberName(action.Name);
        this.#touch(object, name);
        if (WRITES.has(name)) this.#assertWritable();
        const value = await object.call(name, await this.#parameters(action.ArgumentInfo));
        return value ?? null;
      }
      case ACTION.setProperty: {
        if (!object) return null;
        const name = memberName(action.Name);
        this.#touch(object, name);
        this.#assertWritable();
        object.write(name, action.ArgumentInfo?.Arguments?.[0]);
        return null;
      }
      default:
        throw notImplemented(`action of type ${action.ActionType}`);
    }
  }

  #assertWritable(): void {
    if (this.#env.behaves("readOnlyFile")) throw accessDenied();
  }

  /** Where an action failed, as the client shows it. */
  location(action: Action): string {
    const path = this.#request.ObjectPaths[action.ObjectPathId];
    const name = action.Name ?? path?.Name ?? "";
    const ownerId = action.Name ? action.ObjectPathId : path?.ParentObjectPathId;
    const owner = ownerId === undefined ? null : this.#resolved.get(ownerId);
    return owner && name ? `${owner.typeName}.${memberName(name)}` : memberName(name);
  }

  async #resolve(id: number): Promise<HostObject | null> {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const path = this.#request.ObjectPaths[id];
    if (!path) throw new RichApiError("InvalidObjectPath", `There is no object path ${id}.`);
    const object = await this.#follow(path);
    if (object?.kept) this.#references.keep(object);
    this.#resolved.set(id, object);
    return object;
  }

  async #follow(path: ObjectPath): Promise<HostObject | null> {
    switch (path.ObjectPathType) {
      case PATH.global:
        return workbook(this.#env);
      case PATH.newObject: {
        const service = SERVICES[path.Name ?? ""];
        if (!service) throw notImplemented(path.Name ?? "new object");
        return bind(service, this.#env);
      }
      case PATH.reference:
        return this.#references.get(path.Name ?? "");
      case PATH.nullObject:
        return null;
      default:
        break;
    }
    const parent =
      path.ParentObjectPathId === undefined ? null : await this.#resolve(path.ParentObjectPathId);
    if (!parent) return null;
    const name = memberName(path.Name);
    switch (path.ObjectPathType) {
      case PATH.property:
        this.#touch(parent, name);
        return objectOrNull(parent.read(name), `${parent.typeName}.${name}`);
      case PATH.method: {
        this.#touch(parent, name);
        if (WRITES.has(name)) this.#assertWritable();
        const parameters = await this.#parameters(path.ArgumentInfo);
        // Which cells are in use, or hold what, is known once formulas have been calculated.
        if (/Used|SpecialCells|VisibleView/.test(name)) await this.#env.workbook.calculated();
        const result = await parent.call(name, parameters);
        return objectOrNull(result, `${parent.typeName}.${name}`);
      }
      case PATH.indexer:
        this.#touch(parent, "getItem");
        return parent.item(path.ArgumentInfo?.Arguments?.[0]);
      default:
        throw notImplemented(`object path of type ${path.ObjectPathType}`);
    }
  }

  async #parameters(info: ArgumentInfo | undefined): Promise<Parameters> {
    const values: unknown[] = [];
    for (const [index, value] of (info?.Arguments ?? []).entries()) {
      const id = info?.ReferencedObjectPathIds?.[index];
      values.push(typeof id === "number" && id > 0 ? await this.#resolve(id) : value);
    }
    return new Parameters(values);
  }

  #query(object: HostObject, paths: readonly string[]): Record<string, unknown> {
    const items = object.items();
    if (!items) return this.#load(object, paths);
    const own = paths.filter((path) => object.hasProperty(memberName(path.split("/")[0])));
    const ofItems = paths.filter((path) => !own.includes(path));
    const result = this.#load(object, own.length > 0 ? own : ["*"]);
    if (paths.length === 0 || ofItems.length > 0) {
      const wanted = ofItems.filter((path) => path !== "$none");
      result["_Items"] = items.map((item) => this.#query(item, wanted));
    }
    return result;
  }

  #load(object: HostObject, paths: readonly string[]): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    if (object.kept) this.#references.keep(object);
    Object.assign(result, object.identity());
    const nested = new Map<string, string[]>();
    const scalars = new Set<string>();
    if (paths.length === 0) for (const name of object.scalars) scalars.add(name);
    for (const path of paths) {
      const [first = "", ...rest] = path.split("/");
      const name = memberName(first);
      if (first === "*") {
        for (const each of object.scalars) scalars.add(each);
      } else if (first === "$none") {
        continue;
      } else if (rest.length > 0 || !isScalar(object, name)) {
        const wanted = nested.get(name) ?? [];
        if (rest.length > 0) wanted.push(rest.join("/"));
        nested.set(name, wanted);
      } else {
        scalars.add(name);
      }
    }
    for (const name of scalars) {
      this.#touch(object, name);
      result[wireName(name)] = object.read(name);
    }
    for (const [name, wanted] of nested) {
      this.#touch(object, name);
      const child = objectOrNull(object.read(name), `${object.typeName}.${name}`);
      result[wireName(name)] = child ? this.#query(child, wanted) : null;
    }
    return result;
  }

  #touch(object: HostObject, name: string): void {
    this.#touched.add(`${object.typeName}.${name}`);
  }
}

function isScalar(object: HostObject, name: string): boolean {
  // A member that is not known is read as a scalar, which says so.
  return object.scalars.includes(name) || !object.hasProperty(name);
}

function objectOrNull(value: unknown, what: string): HostObject | null {
  if (value === null || value instanceof HostObject) return value;
  throw notImplemented(`${what} as an object`);
}

/** "GetRange" → "getRange"; hidden members start with "_" and stay. */
function memberName(name = ""): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
