import type { Command } from 'commander';
import { annotateFaceMatch } from '../../models/annotation/annotate-face-match.js';
import { createFaceMatcher, type FaceMatcher } from '../../models/face/face-matcher.js';
import { chooseAnnotationFiles, writeAnnotation } from '../output/annotation-files.js';
import { createPairMatcher, type PairMatch } from '../faces/match-pair.js';
import { openWeights, readFaceModel } from '../open-weights.js';
import { createPairTally } from '../faces/pair-tally.js';
import { readPairs, type FacePair } from '../faces/read-pairs.js';
import { reportEach } from '../output/report-each.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

interface MatchFaceOptions {
  readonly json?: boolean;
  readonly card?: boolean;
  readonly pairs?: string;
  readonly annotate?: string;
}

/** `kenali match-face`: two photographs, or a list of pairs with what is expected of them. */
export function addMatchFaceCommand(program: Command, environment: ProcessEnvironment): void {
  program
    .command('match-face')
    .description('compare the faces of two photographs; 0.5 is the operating point')
    .argument('[a]', 'JPEG, PNG or WebP of one person')
    .argument('[b]', 'the photograph to compare it with')
    .option('--card', 'the first of two is a card, in any orientation: take its portrait')
    .option('--pairs <pairs.csv>', 'columns a, b and same (1 or 0), paths relative to the file')
    .option('--json', 'one line of JSON per pair')
    .option(
      '--annotate <out.png>',
      'also draw the faces of two photographs and what was concluded. The picture shows people: ' +
        'only you may read the file',
    )
    .action(async (a: string | undefined, b: string | undefined, options: MatchFaceOptions) => {
      if (options.annotate !== undefined && options.pairs !== undefined) {
        throw new Error('--annotate draws two photographs, not a list.');
      }
      const pairs = await choosePairs(a, b, options);
      const annotation = await chooseAnnotation(pairs, options);
      const model = readFaceModel(environment);
      const matcher = await createFaceMatcher(openWeights(environment), { model });
      await matchAll(matcher, pairs, { ...options, annotation });
    });
}

async function choosePairs(
  a: string | undefined,
  b: string | undefined,
  { pairs }: MatchFaceOptions,
): Promise<readonly FacePair[]> {
  if (pairs !== undefined && a === undefined) return await readPairs(pairs);
  if (pairs === undefined && a !== undefined && b !== undefined) {
    return [{ a, b, pathA: a, pathB: b, same: null }];
  }
  throw new Error('match-face takes either two photographs or --pairs with a file.');
}

/** The file to draw into, or `null`. */
async function chooseAnnotation(
  pairs: readonly FacePair[],
  { annotate }: MatchFaceOptions,
): Promise<string | null> {
  if (annotate === undefined) return null;
  const [pair] = pairs;
  if (pair === undefined) return null;
  const files = await chooseAnnotationFiles(annotate, [pair.pathA], [pair.pathB]);
  return files.get(pair.pathA) ?? null;
}

async function matchAll(
  matcher: FaceMatcher,
  pairs: readonly FacePair[],
  {
    json = false,
    card = false,
    pairs: file,
    annotation,
  }: MatchFaceOptions & { readonly annotation: string | null },
): Promise<void> {
  const pairMatcher = createPairMatcher(matcher, { isCard: card });
  const tally = createPairTally();
  await reportEach(pairs, async (pair) => {
    const match = await pairMatcher.match(pair);
    tally.add(pair, match);
    console.log(json ? formatJson(pair, match) : formatLine(pair, match));
    if (annotation === null) return;
    await writeAnnotation(annotation, await annotateFaceMatch({ ...match.described, match }));
  });
  if (file !== undefined) console.error(tally.summarise(pairs.length));
}

function formatJson({ a, b }: FacePair, match: PairMatch): string {
  const {
    faceMatchScore,
    match: isMatch,
    isInDoubt,
    verdict,
    reasonCode,
    signs,
    timingsMs,
  } = match;
  const judged = { faceMatchScore, match: isMatch, isInDoubt, verdict, reasonCode };
  return JSON.stringify({ a, b, ...judged, signs, timingsMs });
}

function formatLine({ a, b }: FacePair, match: PairMatch): string {
  const score =
    match.faceMatchScore === null ? 'no score' : `score ${match.faceMatchScore.toFixed(4)}`;
  const unusable = match.unusable === 'a' ? a : b;
  const reason = match.unusable === null ? '' : `, ${match.reasonCode ?? ''} in ${unusable}`;
  const claim = match.match ? 'match' : 'no match';
  return `${a} and ${b}: ${claim}, ${score}${reason} (${String(match.timingsMs.total)} ms)`;
}
