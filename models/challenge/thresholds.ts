/** Limits of a challenge. Evidence in ADR 0024. */
export interface ChallengeThresholds {
  /** Share of the frames in which the one face has to be seen. */
  readonly minFaceShare: number;
  /** How many frames that has to be. */
  readonly minFaces: number;
  /** Degrees of turn or nod at which the still may begin. */
  readonly maxStartDegrees: number;
  /** Relief of a turn, and of a nod: sines of the angle, see `measureRelief`. */
  readonly minTurn: number;
  readonly minNod: number;
  /** Relief as a share of the tilt that would squeeze a flat picture as much, see `measureRelief`. */
  readonly minDepth: number;
  /** Largest step from frame to frame, as a share of the whole movement: on the way there or on the way back. */
  readonly maxStep: number;
  /** What may be left of a movement that was taken back, as a share of it. */
  readonly maxLeft: number;
  /** Largest movement the other way, as a share of the one asked for. */
  readonly maxWayBack: number;
  /** Movement about the other axis against the one asked for, each as a share of what would be an answer. */
  readonly maxOtherMovement: number;
  /** Movement that is left between two movements, as a share of what would be an answer. */
  readonly maxReturn: number;
  /** How many times as large the face becomes. */
  readonly minGrowth: number;
  /** How much the near grows more than the far, see `measurePerspective`. */
  readonly minPerspective: number;
  /** Openness of a closed eye, of the lesser closed one, and of open ones; see `EyeOpenness`. */
  readonly maxClosed: number;
  readonly minOpen: number;
  /** Height of the closed eyes as a share of the still's. */
  readonly maxLidGap: number;
  /** Relief of a face that stands still but for its eyes. */
  readonly maxUnrest: number;
  /** Distance of embedding B from which on a frame shows somebody else. */
  readonly maxPersonDistance: number;
  /** Likeness of the scenes of neighbouring frames, see `compareScenes`. */
  readonly minSceneLikeness: number;
}

export const CHALLENGE_THRESHOLDS: ChallengeThresholds = {
  /* A head turned beyond 60° is lost by the detector; a third of the frames may be. */
  minFaceShare: 0.67,
  /* Half of what our app sends: of fewer, two or three photographs could stand in for a movement. */
  minFaces: 6,
  /* Landmarks of a face that looks straight ahead give up to 9° either way, by its own shape. */
  maxStartDegrees: 20,
  /*
   * 24 generated heads turned by 22 to 40° reach 0.30 to 0.84, half of them 0.53; 120 pieces of paper
   * turned by up to 45° 0.24, or 0.23 where the depth is met too.
   */
  minTurn: 0.27,
  /* Twelve heads that nod by 14 to 24° reach 0.30 to 0.61 and one of them 0.15; 60 of paper 0.28, or 0.15. */
  minNod: 0.24,
  /* Those heads have 0.76 and more, paper with a relief of 0.24 and more 0.45 at most. */
  minDepth: 0.6,
  /*
   * Turns and nods of 57 captures of tuning heads have a between on one way at least: up to 0.72, one 0.84. 55 of two
   * prints one after the other, wherever both prints answer: 0.81 to 1.3.
   */
  maxStep: 0.8,
  /* Falls of tuning heads end at 0.2 and less. */
  maxLeft: 0.3,
  /* Heads 0.16 at most; the one waved print that went far enough 0.40. */
  maxWayBack: 0.3,
  /* 192 movements of heads about one axis have 0.67 at most of it about the other; from 1 on both would do. */
  maxOtherMovement: 0.8,
  /* Of 54 heads that make two movements the farthest is at 0.32. */
  maxReturn: 0.5,
  minGrowth: 1.25,
  /* Does not part them: six generated heads measure −0.03 to 0.21, prints −0.11 to 0.18 (ADR 0024). */
  minPerspective: 0.036,
  /* Not measured: there are no closed eyes in the data, see ADR 0024. */
  maxClosed: 0.5,
  minOpen: 0.5,
  maxLidGap: 0.9,
  maxUnrest: 0.15,
  /* Live turns and nods reach 0.39 to 0.61; the network's own limit for frontal faces is 0.6. */
  maxPersonDistance: 0.7,
  /* A face that comes closer goes down to 0.52 from frame to frame; other photographs have 0.37. */
  minSceneLikeness: 0.4,
};
