/**
 * The measures of `engine/src/evaluation.rs`, once more in JavaScript, so that every engine here is judged by the same
 * rule as `rights evaluate` judges ours. What changes there must change here.
 *
 * @typedef {Record<string, number>} Relevant The products that answer a question, each with a grade from 1 to 3.
 * @typedef {{ relevant: Relevant, hits: string[] }} Outcome A question's right answers and the ids that came, best first.
 * @typedef {object} Figures
 * @property {number} questions how many questions have an answer
 * @property {number} ndcg nDCG of the first ten hits
 * @property {number} success1 the share with an exact or good answer as the first hit
 * @property {number} success5 the share with an exact answer among the first five
 * @property {number} recall the share of the answers that are among the first ten, at most ten counting
 * @property {number} empty the share of questions with an answer that got no hits
 * @property {number} nothingFits how many questions that nothing fits there are
 * @property {number} foundNothing the share of those that got no hits
 */

/** Higher grades gain far more than lower ones, and what stands lower counts less. */
const discounted = (grades) =>
  grades.slice(0, 10).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);

/** The grade of an id. Own keys only, so that no id finds what every object inherits. */
const grade = (relevant, id) => (Object.hasOwn(relevant, id) ? relevant[id] : 0);

/**
 * From 0 to 1; 1 for a question that nothing fits and that got no hits.
 *
 * @param {string[]} hits
 * @param {Relevant} relevant
 * @returns {number}
 */
export function ndcg(hits, relevant) {
  const best = Object.values(relevant).sort((a, b) => b - a);
  if (best.length === 0) return hits.length === 0 ? 1 : 0;
  return discounted(hits.map((id) => grade(relevant, id))) / discounted(best);
}

/**
 * The measures over some questions. Those that nothing fits count only in `nothingFits` and `foundNothing`.
 *
 * @param {Outcome[]} outcomes
 * @returns {Figures}
 */
export function figures(outcomes) {
  const fitting = outcomes.filter(({ relevant }) => Object.keys(relevant).length > 0);
  const others = outcomes.filter(({ relevant }) => Object.keys(relevant).length === 0);
  const mean = (all, measure) => all.reduce((sum, outcome) => sum + Number(measure(outcome)), 0) / Math.max(all.length, 1);
  return {
    questions: fitting.length,
    ndcg: mean(fitting, ({ hits, relevant }) => ndcg(hits, relevant)),
    success1: mean(fitting, ({ hits, relevant }) => hits.length > 0 && grade(relevant, hits[0]) >= 2),
    success5: mean(fitting, ({ hits, relevant }) => hits.slice(0, 5).some((id) => grade(relevant, id) === 3)),
    recall: mean(fitting, ({ hits, relevant }) => {
      const found = hits.slice(0, 10).filter((id) => grade(relevant, id) > 0).length;
      return found / Math.min(Object.keys(relevant).length, 10);
    }),
    empty: mean(fitting, ({ hits }) => hits.length === 0),
    nothingFits: others.length,
    foundNothing: mean(others, ({ hits }) => hits.length === 0),
  };
}

/**
 * The value below which a share of the values lies (nearest rank).
 *
 * @param {ArrayLike<number>} values
 * @param {number} share from 0 to 1
 * @returns {number}
 */
export function percentile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
