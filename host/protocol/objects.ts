import { invalidArgument, notImplemented } from "./errors";

/**
 * The one place where a member of Excel's object model is written down: one row of a table.
 * Names are those of the client library; T is what the host keeps of an object.
 */
export interface ObjectType<T> {
  readonly name: string;
  readonly properties?: Readonly<Record<string, Property<T>>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** What the client must know of an object as soon as it exists (ids). */
  readonly identity?: (target: T) => Readonly<Record<string, string | number>>;
  /** The members of a collection. */
  readonly items?: (target: T) => HostObject[];
  /** collection.getItem(key), where the client asks by indexer. */
  readonly item?: (target: T, key: unknown) => HostObject;
  /** Whether the client keeps the object beyond a request by a reference id. */
  readonly kept?: boolean;
}

export type Method<T> = (target: T, parameters: Parameters) => unknown;

export interface Property<T> {
  readonly kind: "scalar" | "navigation";
  /** Navigation answers with an object, or null for a null object. */
  readonly read: (target: T) => unknown;
  readonly write?: (target: T, value: unknown) => void;
}

export function scalar<T>(
  read: (target: T) => unknown,
  write?: (target: T, value: unknown) => void,
): Property<T> {
  return write ? { kind: "scalar", read, write } : { kind: "scalar", read };
}

export function navigation<T>(read: (target: T) => HostObject | null): Property<T> {
  return { kind: "navigation", read };
}

/** An object of the model: a target seen through its type's table. */
export class HostObject {
  readonly #read: (name: string) => unknown;
  readonly #write: (name: string, value: unknown) => void;
  readonly #call: (name: string, parameters: Parameters) => unknown;
  readonly #item: (key: unknown) => HostObject;
  readonly #items: () => HostObject[] | null;
  readonly #identity: () => Readonly<Record<string, string | number>>;
  readonly typeName: string;
  readonly kept: boolean;
  readonly scalars: readonly string[];
  /** Given when the client is to keep the object. */
  referenceId: string | null = null;
  readonly target: unknown;
  readonly #has: (name: string) => boolean;

  constructor(parts: {
    typeName: string;
    kept: boolean;
    scalars: readonly string[];
    has: (name: string) => boolean;
    read: (name: string) => unknown;
    write: (name: string, value: unknown) => void;
    call: (name: string, parameters: Parameters) => unknown;
    item: (key: unknown) => HostObject;
    items: () => HostObject[] | null;
    identity: () => Readonly<Record<string, string | number>>;
    target: unknown;
  }) {
    this.typeName = parts.typeName;
    this.kept = parts.kept;
    this.scalars = parts.scalars;
    this.target = parts.target;
    this.#has = parts.has;
    this.#read = parts.read;
    this.#write = parts.write;
    this.#call = parts.call;
    this.#item = parts.item;
    this.#items = parts.items;
    this.#identity = parts.identity;
  }

  hasProperty(name: string): boolean {
    return this.#has(name);
  }

  read(name: string): unknown {
    return this.#read(name);
  }

  write(name: string, value: unknown): void {
    this.#write(name, value);
  }

  call(name: string, parameters: Parameters): unknown {
    return this.#call(name, parameters);
  }

  item(key: unknown): HostObject {
    return this.#item(key);
  }

  items(): HostObject[] | null {
    return this.#items();
  }

  identity(): Record<string, string | number> {
    return {
      ...this.#identity(),
      ...(this.referenceId === null ? {} : { _ReferenceId: this.referenceId }),
    };
  }
}

export function bind<T>(type: ObjectType<T>, target: T): HostObject {
  const properties = new Map(Object.entries(type.properties ?? {}));
  const methods = new Map(Object.entries(type.methods ?? {}));
  const property = (name: string): Property<T> => {
    const found = properties.get(name);
    if (!found) throw notImplemented(`${type.name}.${name}`);
    return found;
  };
  return new HostObject({
    typeName: type.name,
    kept: type.kept ?? false,
    target,
    scalars: [...properties].filter(([, { kind }]) => kind === "scalar").map(([name]) => name),
    has: (name) => properties.has(name),
    read: (name) => property(name).read(target),
    write: (name, value) => {
      const { write } = property(name);
      if (!write) throw notImplemented(`${type.name}.${name} (set)`);
      write(target, value);
    },
    call: (name, parameters) => {
      const method = methods.get(name);
      if (!method) throw notImplemented(`${type.name}.${name}`);
      return method(target, parameters);
    },
    item: (key) => {
      if (!type.item) throw notImplemented(`${type.name}.getItem`);
      return type.item(target, key);
    },
    items: () => type.items?.(target) ?? null,
    identity: () => type.identity?.(target) ?? {},
  });
}

/** The arguments of a call; an argument that was a proxy is an object of the model. */
export class Parameters {
  constructor(readonly values: readonly unknown[]) {}

  at(index: number): unknown {
    return this.values[index];
  }

  given(index: number): boolean {
    const value = this.values[index];
    return value !== undefined && value !== null;
  }

  text(index: number): string {
    const value = this.values[index];
    if (typeof value !== "string") throw invalidArgument();
    return value;
  }

  integer(index: number, otherwise?: number): number {
    const value = this.values[index];
    if (value === undefined || value === null) {
      if (otherwise !== undefined) return otherwise;
      throw invalidArgument();
    }
    if (typeof value !== "number" || !Number.isInteger(value)) throw invalidArgument();
    return value;
  }

  flag(index: number): boolean {
    return this.values[index] === true;
  }

  object(index: number): HostObject | null {
    const value = this.values[index];
    return value instanceof HostObject ? value : null;
  }
}
