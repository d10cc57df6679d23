import type { Both } from "./language";

const NUMERALS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** 第二等级: as the policy counts its tiers. */
export const tierChinese = (tier: number): string => `第${NUMERALS[tier] ?? String(tier)}等级`;

/** 第二等级, tier 2. */
export const tierSaid = (tier: number): Both => ({ zh: tierChinese(tier), en: `tier ${tier}` });

const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩";

/** ① for the best tier: told by its shape, whatever the colours. */
export function circledTier(tier: number): string {
  return CIRCLED[tier - 1] ?? `(${tier})`;
}
