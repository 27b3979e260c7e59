// The Japanese particle that closes a quotation, told from words that begin like it (とても, ところが, とうとう).

export const CLOSES_QUOTE =
  /^(?:と(?!ても|ころ|き[はに、]|うとう|にかく|もかく|もに|もあれ|たん|っくに|りわけ|りあえず|いえ|はいえ|ある|なり|んで)|って(?!い))/u;
