import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { Fragment, useLayoutEffect, useRef, useState, type ReactNode } from "react";

/** What a line is taken to be high until it has been drawn, in pixels. */
const LINE_HEIGHT = 84;

interface LinesProps<T> {
  readonly lines: readonly T[];
  /** Whether all lines are drawn, or only those near the window. */
  readonly whole: boolean;
  readonly draw: (line: T) => ReactNode;
}

/** A list of any length that scrolls with the page. */
export function Lines<T extends { readonly key: string }>({ lines, whole, draw }: LinesProps<T>) {
  if (!whole) return <LinesInView lines={lines} draw={draw} />;
  return lines.map((line) => <Fragment key={line.key}>{draw(line)}</Fragment>);
}

function LinesInView<T extends { readonly key: string }>({
  lines,
  draw,
}: Omit<LinesProps<T>, "whole">) {
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
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
    estimateSize: () => LINE_HEIGHT,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 12,
    scrollMargin: top,
  });
  return (
    <div ref={list} style={{ position: "relative", height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((item) => {
        const line = lines[item.index];
        return line === undefined ? null : (
          <div
            key={item.key}
            data-index={item.index}
            ref={virtualizer.measureElement}
            style={{
              position: "absolute",
              insetInline: 0,
              transform: `translateY(${item.start - top}px)`,
            }}
          >
            {draw(line)}
          </div>
        );
      })}
    </div>
  );
}
