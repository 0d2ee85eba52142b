/** What flow efficiency would be if a stage were of the other kind: work, or waiting for work. */
export interface KindEffect {
  stage: string;
  /** The other kind. */
  kind: 'active' | 'waiting';
  /** 0 to 1: as the stage is, and as it would be. */
  efficiency: number;
  otherEfficiency: number;
}
