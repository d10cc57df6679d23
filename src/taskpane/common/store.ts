import { useSyncExternalStore } from "react";

/** A state that is drawn: subscribers are called at each change, and read the state as it is then. */
export class Store<S extends object> {
  readonly #listeners = new Set<() => void>();
  #state: S;

  constructor(initial: S) {
    this.#state = initial;
  }

  readonly read = (): S => this.#state;

  /** Returns a function that unsubscribes. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  protected set(change: Partial<S>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** The one store of its kind that a pane has: made when first asked for, it lives as long as the pane. */
export function perPane<Pane extends object, S>(
  PageStore: new (pane: Pane) => S,
): (pane: Pane) => S {
  const stores = new WeakMap<Pane, S>();
  return (pane) => {
    const known = stores.get(pane);
    if (known !== undefined) return known;
    const store = new PageStore(pane);
    stores.set(pane, store);
    return store;
  };
}

/** A part of a store's state; drawn again only when that part is another one. */
export function useStore<S extends object, T>(
  store: Pick<Store<S>, "read" | "subscribe">,
  select: (state: S) => T,
): T {
  return useSyncExternalStore(store.subscribe, () => select(store.read()));
}
