// The animals that are drawn, by their words in both languages.
import { ANIMAL_NAMES, type Animal } from "../closed/animals.ts";

export interface AnimalWords {
  animal: Animal;
  /** Nouns. */
  ja: readonly string[];
  en: readonly string[];
}

/** animal | Japanese | English */
const TABLE = `
cat|子猫,仔猫,黒猫,白猫,三毛猫,野良猫,飼い猫,猫,ネコ,ねこ|kitten,tomcat,cat,tabby,pussycat,moggy,siamese cat
dog|子犬,仔犬,柴犬,野良犬,番犬,猟犬,飼い犬,犬,イヌ,いぬ|puppy,hound,dog,terrier,spaniel,poodle,collie,labrador,bulldog,dachshund,sheepdog,greyhound,mastiff,beagle,mongrel,husky,retriever,wolfhound,bloodhound,mutt,pup,pug,whippet
fox|子ぎつね,こぎつね,子狐,狐,キツネ,きつね|vixen,fox,fox cub
wolf|狼,オオカミ,おおかみ|wolf,wolf cub
rabbit|白うさぎ,子うさぎ,うさぎ,ウサギ,兎|bunny,rabbit,hare,leveret
bear|くまさん,くまくん,こぐま,子熊,子グマ,熊,クマ|bear cub,bear
mouse|野ネズミ,ネズミ,ねずみ,鼠|mouse,rat,hamster,gerbil,guinea pig,vole,dormouse
squirrel|りすさん,りすくん,こりす,子リス,リス,栗鼠|squirrel,chipmunk
monkey|おさるさん,子猿,猿,サル|monkey,ape,chimpanzee,baboon
raccoon|子だぬき,子狸,狸,タヌキ,たぬき,アライグマ,アナグマ|raccoon,badger
lion|ライオン,獅子|lion,lioness,lion cub
tiger|虎,トラ|tiger
horse|子馬,仔馬,白馬,黒馬,馬,ウマ,ポニー|stallion,mare,foal,colt,pony,horse,gelding,filly,carthorse,racehorse,warhorse,thoroughbred,steed
donkey|ロバ,驢馬|donkey,mule
cow|子牛,仔牛,乳牛,雄牛,雌牛,牛,ウシ|calf,bull,ox,cattle,cow,heifer,bullock,buffalo,bison,yak
goat|子ヤギ,子やぎ,子山羊,山羊,ヤギ,やぎ|goat,billy goat,nanny goat
sheep|子羊,仔羊,羊,ヒツジ,ひつじ|lamb,ewe,sheep,ram
deer|子鹿,仔鹿,小鹿,鹿,シカ|fawn,stag,doe,reindeer,deer,elk,moose,antelope,gazelle,roe deer
pig|子豚,仔豚,豚,ブタ,猪,イノシシ|piglet,boar,hog,pig,swine,warthog,sow
sparrow|雀,スズメ,すずめ|sparrow
swallow|燕,ツバメ,つばめ|swallow
pigeon|鳩,ハト|pigeon,dove,turtledove
crow|烏,鴉,カラス|crow,raven,magpie,rook,jackdaw
gull|鴎,鷗,カモメ,かもめ,海猫,ウミネコ|seagull,gull,albatross
owl|梟,フクロウ,ふくろう,ミミズク|owl,barn owl
hawk|鷹,鳶,鷲,タカ,トビ,トンビ,ワシ|hawk,eagle,falcon,buzzard,vulture,osprey,kestrel
parrot|鸚鵡,オウム,インコ|parrot,budgie,cockatoo,parakeet,macaw,budgerigar,lovebird
duck|家鴨,アヒル,鴨,カモ|mallard,duck,duckling
chicken|雌鶏,雄鶏,鶏,ニワトリ,にわとり|rooster,cockerel,hen,chicken,turkey,pheasant,partridge
chick|雛,ヒヨコ,ひよこ|chick
goose|鵞鳥,ガチョウ|goose,gander
swan|白鳥|swan
crane|白鷺,青鷺,鷺,サギ,鶴,ツル|heron,egret,stork,crane
bird|小鳥,渡り鳥,水鳥,海鳥,鳥|robin,blackbird,wren,lark,bird,nightingale,finch,thrush,starling,canary,woodpecker,kingfisher,cuckoo,bluebird,songbird
frog|かえるくん,かえるさん,蛙,カエル|frog,toad
turtle|かめさん,亀,カメ|tortoise,turtle
snake|蛇,ヘビ,へび|snake,viper,serpent,cobra,python,rattlesnake,adder
crab|蟹,カニ|crab
fish|小魚,金魚,鯉,めだか,メダカ,魚|goldfish,carp,fish,trout,salmon,minnow
butterfly|モンシロチョウ,アゲハ,蝶々,ちょうちょ,蝶,チョウ|butterfly,moth
dragonfly|赤とんぼ,赤トンボ,蜻蛉,トンボ,とんぼ|dragonfly
bee|蜜蜂,ミツバチ,蜂,ハチ|bumblebee,honeybee,bee,wasp,hornet
firefly|蛍,ホタル,ほたる|firefly
spider|蜘蛛,クモ|spider
snail|蝸牛,カタツムリ,かたつむり|snail
beetle|甲虫,カブトムシ,クワガタ,てんとう虫,テントウムシ,蝉,セミ|ladybird,ladybug,beetle,cicada,grasshopper,cockroach,cricket
bat|蝙蝠,コウモリ|bat
`;

export const ANIMALS: readonly AnimalWords[] = TABLE.trim()
  .split("\n")
  .map((line) => {
    const [name = "", ja = "", en = ""] = line.split("|");
    const animal = ANIMAL_NAMES.find((one) => one === name);
    if (!animal) throw new RangeError(`nobody can draw "${name}"`);
    return { animal, ja: ja.split(","), en: en.split(",") };
  });
