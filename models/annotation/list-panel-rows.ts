import type { CrossCheckOutcome, FieldTrace } from '../../contract/ktp-details.js';
import type { CardSign } from '../card/card-sign.js';
import { formatFigure } from './format-figure.js';
import { FIELDS, SURE, UNSURE } from './list-values.js';
import { PALETTE } from './palette.js';
import type { ShownReading } from './shown-reading.js';

/** A line of the panel beside the picture. */
export interface PanelRow {
  readonly kind: 'TITLE' | 'HEADING' | 'ROW';
  readonly text: string;
  /** At the right end. */
  readonly value?: string;
  /** Of the swatch before the text and of the value. */
  readonly colour?: string;
}

const VERDICT_COLOURS = {
  PASS: PALETTE.sure,
  RETRY: PALETTE.unsure,
  REJECT: PALETTE.poor,
} as const;

const OUTCOME_COLOURS: Readonly<Record<CrossCheckOutcome, string>> = {
  PASS: PALETTE.sure,
  WARN: PALETTE.unsure,
  FAIL: PALETTE.poor,
};

/** What the picture itself cannot show: how the card was judged, and on what. */
export function listPanelRows(reading: ShownReading, quarterTurns: number): PanelRow[] {
  const { verdict, reasonCode, isKtp } = reading;
  return [
    { kind: 'TITLE', text: verdict, colour: VERDICT_COLOURS[verdict] },
    { kind: 'ROW', text: 'reason code', value: reasonCode ?? '–' },
    { kind: 'ROW', text: 'is a KTP', value: isKtp ? 'yes' : 'no' },
    ...(quarterTurns === 0 ? [] : [toTurnRow(quarterTurns)]),
    ...section('Cross-checks', listChecks(reading)),
    ...section('Signs: score, fault from', reading.signs.map(toSignRow)),
    ...section('Not as read', listChanges(reading)),
    ...section('Not seen', isKtp ? listUnseen(reading) : []),
    ...section('Time in ms', listTimings(reading)),
    ...section('Colours', LEGEND),
  ];
}

function toTurnRow(quarterTurns: number): PanelRow {
  return { kind: 'ROW', text: 'shown turned clockwise by', value: `${String(quarterTurns * 90)}°` };
}

function section(heading: string, rows: readonly PanelRow[]): PanelRow[] {
  return rows.length === 0 ? [] : [{ kind: 'HEADING', text: heading }, ...rows];
}

function listChecks({ crossChecks }: ShownReading): PanelRow[] {
  return Object.entries(crossChecks).map(([text, value]) => ({
    kind: 'ROW',
    text,
    value,
    colour: OUTCOME_COLOURS[value],
  }));
}

function toSignRow({ name, kind, score, threshold, isFault }: CardSign): PanelRow {
  const colour = kind === 'QUALITY' ? PALETTE.quality : PALETTE.authenticity;
  return {
    kind: 'ROW',
    text: isFault ? `${name}: fault` : name,
    value: `${formatFigure(score)}, ${formatFigure(threshold)}`,
    ...(isFault && { colour }),
  };
}

function listChanges({ fields }: ShownReading): PanelRow[] {
  return Object.entries<FieldTrace>(fields)
    .filter(([, { reason }]) => reason !== 'AS_READ' && reason !== 'BLANK')
    .map(([field, { raw, reason }]) => ({ kind: 'ROW', text: `${field}: ${raw}`, value: reason }));
}

function listUnseen({ fields }: ShownReading): PanelRow[] {
  return FIELDS.filter((field) => fields[field] === undefined).map((text) => ({
    kind: 'ROW',
    text,
  }));
}

function listTimings({ timingsMs }: ShownReading): PanelRow[] {
  return Object.entries(timingsMs).map(([text, ms]) => ({
    kind: 'ROW',
    text,
    value: ms.toFixed(0),
  }));
}

const LEGEND: readonly PanelRow[] = [
  { kind: 'ROW', text: `value, confidence from ${String(SURE)}`, colour: PALETTE.sure },
  { kind: 'ROW', text: `value, confidence from ${String(UNSURE)}`, colour: PALETTE.unsure },
  { kind: 'ROW', text: 'value, less sure or unreadable', colour: PALETTE.poor },
  { kind: 'ROW', text: 'no value: blank or not seen', colour: PALETTE.blank },
  { kind: 'ROW', text: 'other print', colour: PALETTE.label },
  { kind: 'ROW', text: 'edge of the card, dot at its top left', colour: PALETTE.outline },
  { kind: 'ROW', text: 'quality', colour: PALETTE.quality },
  { kind: 'ROW', text: 'authenticity', colour: PALETTE.authenticity },
];
