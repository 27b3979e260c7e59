// How much room an animal needs.

/** Where an animal's head is, how high it reaches above its middle, and how far the animal reaches to either side. */
export interface AnimalMeasures {
  x: number;
  y: number;
  crown: number;
  left: number;
  right: number;
}
