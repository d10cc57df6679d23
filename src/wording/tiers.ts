const NUMERALS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** 第二等级: as the policy counts its tiers. */
export const tierChinese = (tier: number): string => `第${NUMERALS[tier] ?? String(tier)}等级`;
