import type { Clause } from "./types";
import { clauseEntries } from "./clauses";
import type { BuiltInClauseId } from "./clauses";

/** Our restatement of every clause in English; a missing one does not compile. */
export const clauseEnglish: Readonly<Record<BuiltInClauseId, string>> = {
  "§0.T": "Title of the file. It holds two instruments: the promotion system and the house rules.",
  "§0.A":
    "First instrument: the promotion system of the customer-service department, chapters 1 to 6.",
  "§0.B": "Second instrument: the house rules, clauses R and W.",
  "§1": "Purpose: one open standard for how agents move up and how they are let go, to motivate people and build a strong team.",
  "§2.1": "Principle: personal qualities and ability count alike.",
  "§2.2": "Principle: people move up one level at a time, and pay moves with the level.",
  "§2.3":
    "Normally one level at a time. A person with an outstanding contribution or a special skill and an excellent review may skip a level; people decide that.",
  "§2.4": "Principle: open standards and results, the same for everybody.",
  "§3.0":
    "Five levels from the lowest to the highest: probation, junior, intermediate, senior, reserve supervisor.",
  "§3.1a": "Reserve supervisor is the highest agent level; there is no next one.",
  "§3.1b":
    "When the supervisor's post falls vacant (departure, transfer or promotion), a senior agent may be considered for it. The company decides; nothing is computed.",
  "§4.1.A":
    "Junior: keeps the rules of company and department, no breach of discipline. A person attests it, for every higher level as well.",
  "§4.1.B":
    "Junior: accepts the company's culture, fits into the team, behaves professionally. A person attests it.",
  "§4.1.C":
    "Junior: honest, hard-working, takes initiative, open to new ideas, willing to give more. A person attests it.",
  "§4.1.D":
    "Junior: does the job very well and masters the knowledge and skills of the post and its processes. A person attests it.",
  "§4.1.E":
    "Junior: outstanding results. No figure is given; a person attests it, with scores and sales as support.",
  "§4.1.F":
    "Junior: has passed the probation test of knowledge and skills. The pass mark is not stated.",
  "§4.1.G":
    'After 3 failed monthly assessments in a row the company may end the employment. A consequence, not a criterion: this product only says "performance review", and people decide. Disputed: what a fail is, how unassessed months count, which levels it covers, whether only the latest run counts (recommended: 3 consecutive calendar months below 60, every level, the latest run).',
  "§4.1.H":
    "Score part of junior: 3 consecutive months with a score in tier 2. Disputed: whether tier 1 counts too (recommended: yes); whether this is for entering junior or for leaving it; whether the run must be the latest; unassessed months and statutory leave.",
  "§4.2.A":
    "Intermediate: communicates and expresses well, praised by customers and other departments. A person attests it.",
  "§4.2.B":
    "Intermediate: skilled in all seven operations: selling points, creating listings, editing listings, listing and delisting, issuing coupons, quick replies, first-reply settings. A person attests it.",
  "§4.2.C":
    "Intermediate: notices shortcomings of the own or another post and proposes improvements. A person attests it.",
  "§4.2.E":
    "Intermediate: helps the head of department with work beyond the own post. A person attests it.",
  "§4.2.F":
    "Score part of intermediate: 5 consecutive months in tier 2 or better, 2 of them in tier 1. Disputed: at least or exactly 2 (recommended: at least); 5 months or the 3 of §5.2a (recommended: 5); for entering or leaving the level; whether the run must be the latest; unassessed months and statutory leave.",
  "§4.3.A":
    "Senior (first half): communicates well, reads customers, valued by most customers, colleagues and superiors; high conversion, but no figure is given. A person attests it.",
  "§4.3.A+":
    "Senior (second half of §4.3.A, cut by a line break): passes on experience to others. A person attests it.",
  "§4.3.B":
    "Senior: steps in when colleagues are away; collects product knowledge and frequent questions. A person attests it.",
  "§4.3.C":
    "Senior: finds problems across posts, offers workable solutions and improves the processes with the head. A person attests it.",
  "§4.3.E":
    "Score part of senior: 5 consecutive months all in tier 1, and no month below tier 2 within half a year. Disputed: how the half year is counted and what happens with a shorter record (recommended: the latest 6 months up to the assessed one, all on record); for entering or leaving the level; whether the run must be the latest; unassessed months and statutory leave.",
  "§4.4.A":
    "Reserve supervisor: serves as senior, does so outstandingly and can carry the own and other agents' work alone. A person attests it; hence senior cannot be skipped. Disputed: whether months before the present level count (recommended: they do).",
  "§4.4.B":
    "Reserve supervisor: outstanding results and ability, loyal, optimistic and an influence on others. A person attests it.",
  "§4.4.C":
    "Reserve supervisor: writes process documents, rules or presentations alone, in fluent and clear language. A person attests it.",
  "§4.4.D":
    "Reserve supervisor: runs training for the department alone and helps everybody improve. A person attests it.",
  "§4.4.E":
    "Reserve supervisor: can stand in for the head: assign and follow up the work, keep the department running, speak with other departments. A person attests it.",
  "§4.4.F":
    "Reserve supervisor: settles unexpected incidents calmly and quickly. A person attests it.",
  "§4.4.H":
    "Score part of reserve supervisor: 8 consecutive months all in tier 1, and no month below tier 2 within a year. Disputed: how the year is counted and what happens with a shorter record (recommended: the latest 12 months up to the assessed one, all on record); for entering or leaving the level; whether the run must be the latest; unassessed months and statutory leave.",
  "§5.1":
    "Probation to junior: the department's confirmation assessment decides, then the company's confirmation approval flow runs (not part of this file).",
  "§5.2a":
    "Junior to intermediate or senior: based on the monthly assessments of a period of 3 or 6 months. There is no separate procedure from intermediate to senior. Disputed: 3 months contradict the 5 of §4.2.F; criteria for entering or leaving a level; too short a record; whether months before the last promotion count.",
  "§5.2b":
    "To intermediate or senior: an anonymous vote in the department as a supplement. The votes needed are not stated.",
  "§5.2c":
    "To intermediate or senior: the head recommends to the general manager's office; after its review the promotion approval flow runs (not part of this file).",
  "§5.3a":
    "Senior to reserve supervisor: based on the monthly assessments of 12 months. Disputed: a record shorter than 12 months; whether months before the last promotion count.",
  "§5.3b":
    "To reserve supervisor: the head recommends, then the person applies to the general manager.",
  "§5.3c":
    "To reserve supervisor: after the review the administration holds a defence with a speech, scores by a panel, and questions. Panel and pass mark are not stated.",
  "§6.S1":
    "Probation: base salary 2200 yuan; the only row that lists no commission, performance pay or extra. Disputed: whether probation earns commission and performance pay (recommended: no).",
  "§6.S2": "Junior: base salary 2200 yuan, plus commission, performance pay and extra.",
  "§6.S3": "Intermediate: base salary 2400 yuan, plus commission, performance pay and extra.",
  "§6.S4": "Senior: base salary 2800 yuan, plus commission, performance pay and extra.",
  "§6.S5":
    "Reserve supervisor: the text prints a base salary of 30000 yuan, plus commission, performance pay and extra. Disputed: 30000 is more than ten times the senior's, most likely one zero too many; the recommended reading is 3000, and nothing is computed until a person confirms it.",
  "§6.C0":
    "Commission is taken on the actual sales of the month. Refunds, shipping and coupons are not settled; enter sales net of the refunds booked in the month.",
  "§6.C4":
    "Sales of 20000 yuan or more: commission rate 0.7 %, with 140 yuan printed beside it. Below 20000 nothing is said, so there is no commission. Disputed: rate on the whole amount, a fixed amount per tier, or marginal (recommended: the whole amount).",
  "§6.C3":
    "Sales of 30000 yuan or more: commission rate 0.9 %, with 270 yuan printed beside it. Disputed: how commission is computed (as in §6.C4).",
  "§6.C2":
    "Sales of 40000 yuan or more: commission rate 1 %, with 400 yuan printed beside it. Disputed: how commission is computed (as in §6.C4).",
  "§6.C1":
    "Sales of 60000 yuan or more: commission rate 1.3 %, with 650 yuan printed beside it, although 1.3 % of 60000 is 780; 650 is 1.3 % of 50000. Disputed: a threshold of 60000 or 50000 (recommended: 60000); how commission is computed (as in §6.C4).",
  "§6.P0":
    "Scores fall into four tiers, the first being the best; the tier sets the rate of performance pay.",
  "§6.P4":
    "A score below 60 is tier 4, without performance pay. Disputed: whether 60 to just below 61 is tier 3 or 4 (recommended: 3); whether scores are rounded first.",
  "§6.P3":
    "A score of 61 to 80 is tier 3: performance pay = base × 5 % × score. Disputed: the tier of 60 to just below 61 and of exactly 80; whether the score is divided by 100 (recommended: yes) and rounded first.",
  "§6.P2":
    "A score of 80 to 90 is tier 2: performance pay = base × 10 % × score. Disputed: the tier of exactly 80 and of scores between 90 and 91 (recommended: both tier 2); whether the score is divided by 100 and rounded first.",
  "§6.P1":
    "A score of 91 or more is tier 1: the rate says 15 %, but the formula says base × 20 % × score. Disputed: 15 % or 20 % (recommended: 15 %); the tier of scores between 90 and 91; whether the score is divided by 100 and rounded first.",
  "§6.Z":
    "A promotion is applied for by the person, approved by the company's leadership group and announced by the administration.",
  "§R1a": "Shifts: day 9:00 to 18:00, late 15:00 to 24:00; one day off a week.",
  "§R1b": "The supervisor sets the days off in turn.",
  "§R1c":
    "The late shift normally ends at 24:00; while customers are still asking, it goes on until they are served.",
  "§R1d":
    "Handover: the day shift hands over to the late shift before leaving; the late shift writes what is open into the own notebook before leaving.",
  "§R2":
    "Everybody keeps a memo book for problems and ideas; office papers come from the administration, and lost ones are replaced at one's own cost (no amount stated; not computed).",
  "§R3":
    "Team meeting every Monday at 17:00; everybody reports on last week and on what to improve.",
  "§R4":
    "Advice: in quiet hours, record the own conversion rate and look for the reasons of lost sales.",
  "§R5a": "Serve every customer who asks, politely, and do no harm to the company's image.",
  "§R5b":
    'Buyers\' complaints within one calendar month: 50 yuan for the first, doubled for the second; "three or more" is called automatic departure, where this product only asks for a review by people. Disputed: 150 or 100 for two (recommended: 150); whether three is included (recommended: yes); a fine for the third (recommended: none); whether fines are taken from pay (recommended: listed only).',
  "§R6":
    "Before a new product goes on sale, operations inform the supervisor and both brief the agents, who must know the product before the launch.",
  "§W1": "Answer customers with the standard scripts, not as the mood takes you.",
  "§W2":
    "On a large order without clear instructions, ask the supervisor first; closing the sale is the aim. What counts as large is not stated.",
  "§W3": "Cooperate when promotions need changed shifts or overtime.",
  "§W4a": "Do not leave the post without permission during working hours.",
  "§W4b":
    "Leaving the post for over 10 minutes needs the supervisor's approval. Disputed: whether exactly 10 minutes does (recommended: no).",
  "§W4c":
    "Leaving without asking and losing customers costs 10 yuan each time; repeat offenders may be let go, but how often is not stated, so it is never computed. Disputed: a fine when no customer was lost (recommended: none); whether fines are taken from pay (recommended: listed only).",
};

/** Every clause with its restatement in both languages, in the order of the document. */
export const clauses: readonly Clause[] = clauseEntries.map((entry) => ({
  id: entry.id,
  class: entry.class,
  restatement: { zh: entry.zh, en: clauseEnglish[entry.id] },
}));
