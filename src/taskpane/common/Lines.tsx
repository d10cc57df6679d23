import { tokens } from "@fluentui/react-components";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
} from "react";
import { LineFocus } from "./lineFocus";

/** Of lists up to here every row is in the page; of longer ones only those near the window. */
export const ALL_MOUNTED = 200;

/** Below the tabs, which stay at the top of the window. */
const TABS = 52;

/** The height of two lines of text and what stands above them. */
const LINE_HEIGHT = 84;

interface LinesProps<T> {
  /** The name of the list for screen readers. */
  readonly label: string;
  readonly lines: readonly T[];
  /** Whether all lines are drawn, or only those near the window. */
  readonly whole: boolean;
  /** What a line is taken to be high until it has been drawn, in pixels. */
  readonly height?: number;
  readonly draw: (line: T) => ReactNode;
  /** The line that somebody was led to from elsewhere: it comes into view, and is marked. */
  readonly current?: string | null;
  /** Hears of each line that is clicked. */
  readonly onLine?: ((key: string) => void) | undefined;
}

/**
 * A list of any length that scrolls with the page. It is one stop for Tab; arrow keys, Home and End lead from line to
 * line, and left and right among the buttons of a line.
 */
export function Lines<T extends { readonly key: string }>({
  whole,
  height = LINE_HEIGHT,
  current = null,
  onLine,
  ...props
}: LinesProps<T>) {
  const all = { ...props, height, current, onLine };
  return whole ? <AllLines {...all} /> : <LinesInView {...all} />;
}

type InnerProps<T> = Omit<LinesProps<T>, "whole" | "height" | "current"> & {
  readonly height: number;
  readonly current: string | null;
};

/** Shows a line when somebody is led to it; an edit that moves it later leaves the page where it is. */
function useLedTo<T extends { readonly key: string }>(
  current: string | null,
  lines: readonly T[],
  show: (index: number) => void,
): void {
  const led = useRef(current);
  useLayoutEffect(() => {
    if (led.current === current) return;
    led.current = current;
    const index = lines.findIndex(({ key }) => key === current);
    if (index >= 0) show(index);
  }, [current, lines, show]);
}

/** The line that an event comes from. */
function lineOf<T>({ target }: SyntheticEvent, lines: readonly T[]): T | undefined {
  if (!(target instanceof Element)) return undefined;
  const at = target.closest<HTMLElement>("[data-index]");
  return lines[Number(at?.dataset["index"])];
}

function AllLines<T extends { readonly key: string }>({
  label,
  lines,
  draw,
  current,
  onLine,
}: InnerProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const reached = useRef<{ readonly key: string; readonly index: number } | null>(null);
  // Whoever was on a line that has gone is led to the one in its place, not out of the list.
  useLayoutEffect(() => {
    const before = reached.current;
    if (before === null || document.activeElement !== document.body) return;
    if (lines.some(({ key }) => key === before.key)) return;
    reached.current = null;
    focusLine(list.current, Math.min(before.index, lines.length - 1));
  }, [lines]);
  useLedTo(current, lines, (index) => {
    list.current?.querySelector(`[data-index="${index}"]`)?.scrollIntoView({ block: "nearest" });
  });
  const reach = (at: number): void => focusLine(list.current, at);
  const stop = lines.some(({ key }) => key === focused) ? focused : lines[0]?.key;
  return (
    <div
      ref={list}
      role="list"
      aria-label={label}
      onFocus={(event) => {
        const key = lineOf(event, lines)?.key ?? null;
        reached.current =
          key === null ? null : { key, index: lines.findIndex((line) => line.key === key) };
        setFocused(key);
      }}
      onClick={(event) => {
        const line = lineOf(event, lines);
        if (line !== undefined) onLine?.(line.key);
      }}
      onKeyDown={(event) => onArrow(event, lines.length, reach)}
    >
      {lines.map((line, at) => (
        <div
          key={line.key}
          role="listitem"
          data-index={at}
          tabIndex={-1}
          style={line.key === current ? MARKED : PLAIN}
          aria-current={line.key === current ? "true" : undefined}
        >
          <LineFocus value={line.key === stop}>{draw(line)}</LineFocus>
        </div>
      ))}
    </div>
  );
}

/** Lines without a button take the focus themselves; what they show is enough of a sign. */
const PLAIN = { outlineOffset: -2 } as const;
/** Clear of the tabs above and of what stands at the bottom of the window. */
const MARKED = {
  ...PLAIN,
  boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  scrollMarginBlock: "60px",
} as const;

/** Moves the focus to a line: to its button, where it has one. */
function focusLine(list: HTMLElement | null, index: number): void {
  const line = list?.querySelector<HTMLElement>(`[data-index="${index}"]`);
  (line?.querySelector<HTMLElement>("button, [data-stop]") ?? line)?.focus();
}

/** Where a key leads from a line. */
function target(key: string, index: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return Math.min(count - 1, index + 1);
    case "ArrowUp":
      return Math.max(0, index - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

/** Moves the focus among the buttons of a line: those that Tab does not stop at are reached so. */
function alongLine(event: KeyboardEvent<HTMLElement>, line: HTMLElement): boolean {
  const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (by === 0) return false;
  const buttons = [...line.querySelectorAll<HTMLElement>("button, [data-stop]")];
  const at = buttons.findIndex((button) => button === event.target);
  const next = buttons[at + by];
  if (at < 0 || next === undefined) return false;
  event.preventDefault();
  next.focus();
  return true;
}

function onArrow(
  event: KeyboardEvent<HTMLElement>,
  count: number,
  reach: (index: number) => void,
): void {
  if (!(event.target instanceof HTMLElement)) return;
  const line = event.target.closest<HTMLElement>("[data-index]");
  if (line !== null && alongLine(event, line)) return;
  const to = line === null ? null : target(event.key, Number(line.dataset["index"]), count);
  if (to === null) return;
  event.preventDefault();
  reach(to);
}

/** The line at the top of the window and where it starts in the page, so that an edit elsewhere leaves it in view. */
interface Anchor {
  readonly key: string;
  readonly start: number;
}

function LinesInView<T extends { readonly key: string }>({
  label,
  lines,
  height,
  draw,
  current,
  onLine,
}: InnerProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const anchor = useRef<Anchor | null>(null);
  const wanted = useRef<number | null>(null);
  const focused = useRef<{ readonly key: string; readonly index: number } | null>(null);
  const [top, setTop] = useState(0);
  const [reached, setReached] = useState<string | null>(null);
  // What stands above the list grows and shrinks; its lines are placed from the page's top.
  useLayoutEffect(() => {
    const measure = (): void => {
      if (list.current !== null)
        setTop(Math.round(list.current.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => height,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 12,
    scrollMargin: top,
  });
  const items = virtualizer.getVirtualItems();
  useLedTo(current, lines, (index) => {
    const line = list.current?.querySelector(`[data-index="${index}"]`);
    const { top: from = -1, bottom: to = -1 } = line?.getBoundingClientRect() ?? {};
    const isSeen = from > TABS && to < window.innerHeight;
    if (!isSeen) virtualizer.scrollToIndex(index, { align: "center" });
  });
  // Whoever was on a line that has gone is led to the one in its place, not out of the list.
  useLayoutEffect(() => {
    const before = focused.current;
    if (before === null || document.activeElement !== document.body) return;
    if (lines.some(({ key }) => key === before.key)) return;
    focused.current = null;
    const next = Math.min(before.index, lines.length - 1);
    wanted.current = next;
    virtualizer.scrollToIndex(next, { align: "auto" });
  }, [lines, virtualizer]);
  // Lines that come or go above the window must not move those in it. The window may have been scrolled since the
  // last drawing: only what the lines themselves have moved is made up for.
  useLayoutEffect(() => {
    const before = anchor.current;
    if (before === null) return;
    const index = lines.findIndex(({ key }) => key === before.key);
    const start = index < 0 ? undefined : virtualizer.measurementsCache[index]?.start;
    if (start === undefined) return;
    const moved = start - before.start;
    if (Math.abs(moved) >= 1) window.scrollBy(0, moved);
  }, [lines, virtualizer]);
  useLayoutEffect(() => {
    const first = items.find(({ end }) => end > window.scrollY);
    const line = first === undefined ? undefined : lines[first.index];
    anchor.current =
      first === undefined || line === undefined || window.scrollY <= top
        ? null
        : { key: line.key, start: first.start };
    if (wanted.current === null) return;
    if (list.current?.querySelector(`[data-index="${wanted.current}"]`) === null) return;
    focusLine(list.current, wanted.current);
    wanted.current = null;
  });
  const reach = (index: number): void => {
    wanted.current = index;
    virtualizer.scrollToIndex(index, { align: "auto" });
    focusLine(list.current, index);
  };
  // Tab leads to a line that is in the page: the one last reached, else the first in view.
  const isDrawn = items.some(({ index }) => lines[index]?.key === reached);
  const inView = items.find(({ end }) => end > (virtualizer.scrollOffset ?? 0)) ?? items[0];
  const stop = isDrawn ? reached : lines[inView?.index ?? 0]?.key;
  return (
    <div
      ref={list}
      role="list"
      aria-label={label}
      style={{ position: "relative", height: virtualizer.getTotalSize() }}
      onFocus={({ target: on }) => {
        const at = on.closest<HTMLElement>("[data-index]");
        const index = Number(at?.dataset["index"]);
        const line = lines[index];
        focused.current = line === undefined ? null : { key: line.key, index };
        setReached(line?.key ?? null);
      }}
      onClick={(event) => {
        const line = lineOf(event, lines);
        if (line !== undefined) onLine?.(line.key);
      }}
      onKeyDown={(event) => onArrow(event, lines.length, reach)}
    >
      {items.map((item) => {
        const line = lines[item.index];
        return line === undefined ? null : (
          <div
            key={item.key}
            role="listitem"
            aria-setsize={lines.length}
            aria-posinset={item.index + 1}
            data-index={item.index}
            tabIndex={-1}
            ref={virtualizer.measureElement}
            aria-current={line.key === current ? "true" : undefined}
            style={{
              ...(line.key === current ? MARKED : PLAIN),
              position: "absolute",
              insetInline: 0,
              transform: `translateY(${item.start - top}px)`,
            }}
          >
            <LineFocus value={line.key === stop}>{draw(line)}</LineFocus>
          </div>
        );
      })}
    </div>
  );
}
