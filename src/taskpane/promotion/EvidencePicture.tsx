import { makeStyles, tokens } from "@fluentui/react-components";
import { memo, useId } from "react";
import type { EvidenceLine, EvidencePoint } from "../../views";
import { monthNumber, pointsFromScore, yearOf, type Score } from "../../units";
import {
  circledTier,
  sayEvidencePoint,
  sayPicture,
  sayPointMark,
  promotionPageWords,
} from "../../wording";
import { useSpokenStyles } from "../common/spoken";
import { useWordsOf } from "../common/language";

/** The picture's own units: it is drawn as wide as the pane. */
const WIDTH = 320;
const LEFT = 4;
const RIGHT = 26;
const TOP = 12;
const PLOT = 78;
const AXIS = TOP + PLOT;
const HEIGHT = AXIS + 40;
/** Scores below this end at the axis: most lie above, and the tiers must be told apart. */
const FLOOR_SHARE = 0.4;

const useStyles = makeStyles({
  picture: { display: "block", width: "100%", height: "auto" },
  bar: { fill: tokens.colorBrandBackground2Hover, stroke: tokens.colorBrandStroke1 },
  best: { fill: tokens.colorBrandBackground, stroke: tokens.colorBrandStroke1 },
  low: { stroke: tokens.colorBrandStroke1 },
  hatch: { stroke: tokens.colorBrandStroke1, strokeWidth: "1px", opacity: 0.55 },
  hollow: { fill: "none", stroke: tokens.colorNeutralForeground3, strokeDasharray: "3 2" },
  line: { stroke: tokens.colorNeutralStroke1, strokeDasharray: "2 3" },
  axis: { stroke: tokens.colorNeutralForeground2 },
  text: { fill: tokens.colorNeutralForeground1, fontSize: "9px" },
  faint: { fill: tokens.colorNeutralForeground2, fontSize: "8.5px" },
  run: { stroke: tokens.colorNeutralForeground1, strokeWidth: "3px" },
  window: { stroke: tokens.colorNeutralForeground2, strokeWidth: "1px" },
  change: { stroke: tokens.colorNeutralForeground1, strokeWidth: "1px" },
  key: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "10px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface EvidencePictureProps {
  readonly name: string;
  readonly line: EvidenceLine;
}

function place(line: EvidenceLine, score: Score): number {
  const low = line.lowest + (line.highest - line.lowest) * FLOOR_SHARE;
  const share = (Math.max(score, low) - low) / (line.highest - low);
  return AXIS - share * PLOT;
}

const SPAN = WIDTH - LEFT - RIGHT;

/** Runs of neighbouring months of which something holds. */
function runsOf(
  points: readonly EvidencePoint[],
  holds: (point: EvidencePoint) => boolean,
): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  points.forEach((point, index) => {
    if (!holds(point)) return;
    const last = runs.at(-1);
    if (last?.[1] === index - 1) last[1] = index;
    else runs.push([index, index]);
  });
  return runs;
}

/** Somebody's last twelve months against the lines of the tiers; the same facts follow as text. */
export const EvidencePicture = memo(function EvidencePicture({ name, line }: EvidencePictureProps) {
  const styles = useStyles();
  const spoken = useSpokenStyles();
  const { language, words } = useWordsOf(promotionPageWords);
  const hatch = useId();
  const { points } = line;
  const column = SPAN / Math.max(1, points.length);
  const left = (index: number): number => LEFT + index * column;
  const middle = (index: number): number => left(index) + column / 2;
  const has = (wanted: EvidencePoint["kind"]): boolean =>
    points.some(({ kind }) => kind === wanted);
  /** Full, pale and hatched distinguish the tiers without their colours. */
  const barOf = ({ kind, tier }: EvidencePoint) => {
    if (kind !== "score") return { className: styles.hollow };
    if (tier === 1) return { className: styles.best };
    return tier === 2
      ? { className: styles.bar }
      : { className: styles.low, fill: `url(#${hatch})` };
  };
  return (
    <figure style={{ margin: 0 }}>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={sayPicture(name, language)}
      >
        <pattern
          id={hatch}
          width={4}
          height={4}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className={styles.hatch} x1={0} x2={0} y1={0} y2={4} />
        </pattern>
        {line.tierLines.map(({ tier, from }) => (
          <g key={tier}>
            <line
              className={styles.line}
              x1={LEFT}
              x2={WIDTH - RIGHT}
              y1={place(line, from)}
              y2={place(line, from)}
            />
            <text className={styles.faint} x={WIDTH - RIGHT + 2} y={place(line, from) + 3}>
              {circledTier(tier)}
              {pointsFromScore(from)}
            </text>
          </g>
        ))}
        <line className={styles.axis} x1={LEFT} x2={WIDTH - RIGHT} y1={AXIS} y2={AXIS} />
        {points.map((point, index) => {
          const { score, levelChange, complaints, leaves, month } = point;
          const x = left(index) + 3;
          const width = column - 6;
          const top = score === null ? AXIS - PLOT * 0.5 : place(line, score);
          return (
            <g key={month}>
              {point.kind === "before" ? null : (
                <rect
                  {...barOf(point)}
                  data-point={point.kind}
                  x={x}
                  y={top}
                  width={width}
                  height={Math.max(1, AXIS - top)}
                />
              )}
              {score === null ? (
                <text
                  className={styles.text}
                  x={middle(index)}
                  y={(top + AXIS) / 2 + 3}
                  textAnchor="middle"
                >
                  {sayPointMark(point.kind, language)}
                </text>
              ) : (
                <text className={styles.text} x={middle(index)} y={top - 2} textAnchor="middle">
                  {pointsFromScore(score)}
                </text>
              )}
              {levelChange === null ? null : (
                <>
                  <line
                    className={styles.change}
                    x1={left(index)}
                    x2={left(index)}
                    y1={TOP - 4}
                    y2={AXIS}
                  />
                  <text className={styles.text} x={left(index) + 1} y={TOP - 4}>
                    {levelChange.to.rank > levelChange.from.rank ? "↑" : "↓"}
                  </text>
                </>
              )}
              <text className={styles.faint} x={middle(index)} y={AXIS + 18} textAnchor="middle">
                {String(monthNumber(month)).padStart(2, "0")}
              </text>
              {index === 0 || monthNumber(month) === 1 ? (
                <text className={styles.faint} x={middle(index)} y={AXIS + 27} textAnchor="middle">
                  {yearOf(month)}
                </text>
              ) : null}
              <text className={styles.faint} x={middle(index)} y={AXIS + 37} textAnchor="middle">
                {complaints === 0 ? "" : `▲${complaints}`}
                {leaves === 0 ? "" : `●${leaves}`}
              </text>
            </g>
          );
        })}
        {runsOf(points, ({ inStreak }) => inStreak).map(([first, last]) => (
          <line
            key={first}
            className={styles.run}
            x1={left(first) + 2}
            x2={left(last) + column - 2}
            y1={AXIS + 4}
            y2={AXIS + 4}
          />
        ))}
        {runsOf(points, ({ inWindow }) => inWindow).map(([first, last]) => (
          <line
            key={first}
            className={styles.window}
            x1={left(first) + 2}
            x2={left(last) + column - 2}
            y1={AXIS + 8}
            y2={AXIS + 8}
          />
        ))}
      </svg>
      <figcaption>
        <div className={styles.key} aria-hidden>
          <span>{words.keyTiers}</span>
          {points.some(({ inStreak }) => inStreak) ? <span>{words.keyStreak}</span> : null}
          {points.some(({ inWindow }) => inWindow) ? <span>{words.keyWindow}</span> : null}
          {has("missing") ? <span>{words.keyMissing}</span> : null}
          {has("leave") ? <span>{words.keyLeave}</span> : null}
          {has("unreadable") ? <span>{words.keyUnreadable}</span> : null}
          {points.some(({ levelChange }) => levelChange !== null) ? (
            <span>{words.keyLevel}</span>
          ) : null}
          {points.some(({ complaints }) => complaints > 0) ? (
            <span>{words.keyComplaints}</span>
          ) : null}
          {points.some(({ leaves }) => leaves > 0) ? <span>{words.keyLeaves}</span> : null}
        </div>
        <ul className={spoken.only}>
          {points.map((point) => (
            <li key={point.month}>{sayEvidencePoint(point, language)}</li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
});
