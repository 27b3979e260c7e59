// Common nouns that stand for somebody in a story, longest first where one begins another, with what they tell.

import type { Language } from "../../../manga/language.ts";
import { ANIMALS } from "../animal-words.ts";
import type { Person } from "../closed/concept.ts";

/** noun(s) | kind | age | gender; `-` where the noun does not tell. */
const JAPANESE = `
おじいさん,おじいちゃん,じいさん,じいちゃん,祖父,爺さん,爺|human|elder|male
おばあさん,おばあちゃん,ばあさん,ばあちゃん,祖母,婆さん,老婆,老女|human|elder|female
老爺,翁,爺や,老人,老僧,長老,老師,師範,仙人,隠居,大家,大家さん|human|elder|male
大叔母,大伯母,老婦|human|elder|female
男の子,少年,坊や,坊主,小僧|human|child|male
女の子,少女,お嬢さん,お嬢ちゃん,嬢ちゃん|human|child|female
赤ん坊,子どもたち,子供たち,子ども,子供|human|child|-
お母さん,母さん,母親,母,ママ|human|adult|female
お父さん,父さん,父親,父,パパ|human|adult|male
お兄さん,お兄ちゃん,兄さん,兄|human|teen|male
お姉さん,お姉ちゃん,姉さん,姉|human|teen|female
中学生,高校生,学生,部員,生徒|human|teen|-
小学生,園児,孫,孫娘,迷子,双子|human|child|-
男子生徒,男子|human|teen|male
女子生徒,女子|human|teen|female
弟|human|child|male
妹|human|child|female
おじさん,おじちゃん,おっちゃん,おっさん,叔父さん,叔父,伯父|human|adult|male
おばさん,おばちゃん,叔母さん,叔母,伯母|human|adult|female
息子|human|teen|male
町娘,村娘|human|teen|female
娘|human|teen|female
妻,奥さん,女房,女将,老婦人,貴婦人,夫人,婦人,メイド,女中|human|adult|female
夫,亭主,旦那|human|adult|male
若者,青年|human|adult|male
大男,男の人,男性,男|human|adult|male
女の人,女性,女|human|adult|female
先生,教師|human|adult|-
先輩|human|-|-
後輩|human|teen|-
転校生|human|teen|-
医者,歯医者,獣医,医師,博士|human|adult|-
看護師|human|adult|female
店主,店長,主人,マスター|human|adult|male
店員,警備員,係員,乗務員,作業員,配達員,案内人,管理人,支配人,仲居,番台,弁護士,消防士,飛行士,館長,院長,園長,団長,監督,コーチ,師匠,学芸員,司書,司会者,審判,記者,研究員,運転士,助手,画商,大工,板前,棟梁,編集者,仕立屋,時計屋,庭師見習い,弟子,見習い|human|adult|-
駅員,車掌,運転手,運転士,警官,刑事,探偵|human|adult|male
船長,艦長,隊長,将軍,親方|human|adult|male
灯台守|human|elder|male
村長,町長,市長,校長|human|elder|male
役人,番人,執事,神父,牧師,画家,詩人,猟師,木こり,百姓,農夫,鍛冶屋,郵便屋,郵便配達,行商人,薬売り,物売り,飴売り,花売り,料理人,庭師,作家,漁師,商人,職人,旅人,門番,兵士,騎士,剣士,侍,武士,浪人,忍者,殿様,和尚,住職,僧,泥棒|human|adult|male
番兵,衛兵,司祭,花婿,新郎|human|adult|male
花嫁,新婦|human|adult|female
社長,部長,課長|human|adult|male
王様,国王,王|human|adult|male
王女,姫様,お姫様,姫|human|teen|female
王妃,女王|human|adult|female
王子|human|teen|male
勇者|human|teen|male
魔王|creature|adult|male
魔女|human|elder|female
魔法使い|human|elder|-
エルフ,ドワーフ,天使,吸血鬼|human|adult|-
巫女|human|teen|female
友人,友達|human|teen|-
親分,大将,組長,用心棒,若旦那,番頭,手代,同心,与力,奉行,家老,代官,岡っ引き,武将,足軽|human|adult|male
お奉行様,お代官様,殿,お殿様,若様,若殿|human|adult|male
丁稚|human|child|male
花魁,芸者,舞妓,姐さん,尼,尼僧,シスター,乳母,聖女,令嬢,未亡人|human|adult|female
教授,教頭,教官,用務員,警部,巡査,警備員,容疑者,犯人,検事,判事,裁判官,患者,外科医,薬剤師,救急隊員,機長,整備士,操縦士,通信士,宇宙飛行士,司令官,将校,選手,投手,捕手,打者,キャッチャー,ピッチャー,バーテンダー,シェフ,コック,パティシエ,冒険者,魔術師,魔導師,魔導士,僧侶,戦士,盗賊,賢者,占い師,手品師,指揮者,作曲家,演出家,脚本家,プロデューサー,ディレクター,カメラマン,アナウンサー,歌手,俳優,役者,建築家,音楽家,小説家,漫画家,政治家,写真家,宮司,神主,船員,水夫,水兵,海賊,山賊,村人,町人,農民,隣人,管理人,通行人,依頼人,同僚,上司,部下,会社員,サラリーマン,係長,主任,専務,会長,編集長,秘書,受付係,大工の棟梁,常連客,酔っ払い,酔っぱらい|human|adult|-
OL,受付嬢,女優,看護婦,婦警,ウェイトレス,ウエイトレス,スチュワーデス,客室乗務員,海女,義母,義姉,姪,叔母さん,美女,貴婦人,淑女,未亡人,おかみさん,おかみ|human|adult|female
ウェイター,ウエイター,紳士,義父,義兄,甥,船頭,親父,おやじ,おふくろさん,伯爵,男爵,公爵,侯爵,皇帝,兵隊,番頭さん,消防士,巡査部長,機関士|human|adult|male
おふくろ,母ちゃん,かあちゃん,お袋|human|adult|female
父ちゃん,とうちゃん|human|adult|male
老紳士|human|elder|male
兄貴,兄ちゃん|human|teen|male
姉貴,姉ちゃん,女子高生,女学生|human|teen|female
主将,マネージャー,委員長,生徒会長,新入生,同級生,クラスメイト,クラスメート,幼なじみ,幼馴染|human|teen|-
男子高生,男子学生|human|teen|male
赤ちゃん|human|child|-
オーナー,ドライバー,ピアニスト,カメラマン,ガイド,オペレーター,ディレクター,プロデューサー,インストラクター,ボディーガード,ガードマン,セールスマン,ボクサー,レスラー,受付,絵師,仏師,薬師,陰陽師,山伏,マタギ|human|adult|-
ロボット,アンドロイド|robot|-|-
幽霊,おばけ,お化け,亡霊,座敷わらし|ghost|-|-
竜,龍,ドラゴン,鬼,河童,天狗,雪女,ろくろ首,一つ目小僧,のっぺらぼう,化け猫,猫又,雪男,妖怪,怪物,怪獣,妖精,精霊,悪魔,死神,人魚,小人,スライム,ゴブリン,オーク,宇宙人,象,神様,かかし,雪だるま|creature|-|-
`;

const ENGLISH = `
grandfather,grandpa,granddad,grandad,great-uncle,old man|human|elder|male
grandmother,grandma,granny,gran,nana,great-aunt,old woman,old lady,widow|human|elder|female
mother,mom,mum,mama,aunt,auntie|human|adult|female
father,dad,papa,uncle|human|adult|male
brother|human|teen|male
sister|human|teen|female
little boy,boy,grandson|human|child|male
little girl,girl,granddaughter|human|child|female
teenage boy|human|teen|male
teenage girl,schoolgirl|human|teen|female
teenager|human|teen|-
kid,toddler,schoolboy|human|child|-
young man,man|human|adult|male
young woman,woman,lady|human|adult|female
son|human|child|male
daughter|human|child|female
wife,nurse,waitress,landlady,bride,bridesmaid|human|adult|female
husband,waiter,landlord,groom,bridegroom,priest,vicar|human|adult|male
baby,child|human|child|-
teacher,seller,delivery driver,bailiff,boss,manager,producer,orderly,cowboy,pirate,dentist,vet,lawyer,reporter,journalist,scientist,astronaut,plumber,electrician,butcher,cashier,receptionist,secretary,tourist,hiker,trucker,taxi driver,cab driver,bartender,therapist,paramedic,firefighter,referee,umpire,goalkeeper,lifeguard,instructor,wardrobe mistress,best man,roommate,host,guide,monk,miner,builder,beggar,messenger,peddler,herald,ambassador,apprentice,prisoner,warden,burglar,robber,spy,agent,cop,teller,medic,navigator,first mate,ferryman,pianist,violinist,singer,drummer,photographer,editor,poet,friend,farmer,postman,innkeeper,merchant,inspector,doctor,professor,curator,verger,vicar,priest,organist,coach,director,stagehand,usher,attendant,caretaker,foreman,carpenter,cobbler,watchmaker,bus driver,passenger,sergeant,constable,ranger,surgeon,patient,driver,clerk,shopkeeper,baker,librarian,stranger,traveler,traveller,customer,neighbor,neighbour,guard,detective,officer,janitor,clown,ringmaster,magician,acrobat,porter,tailor,blacksmith,nun,conductor,keeper,lighthouse keeper,gardener,barista,painter,pilot,judge,cook,chef,mechanic,engineer|human|adult|-
mayor,headmaster|human|elder|male
captain,soldier,knight,king,prince,fisherman,mailman,fireman,barber,gentleman,policeman,squire,delivery man,delivery boy,salesman,businessman,wizard,sailor,butler,thief|human|adult|male
queen,princess,witch,policewoman,delivery woman,delivery girl,saleswoman,businesswoman,maid,hostess,stewardess,midwife,housekeeper|human|adult|female
student,classmate,cheerleader|human|teen|-
cousin|human|-|-
android,robot|robot|-|-
ghost,phantom,spirit|ghost|-|-
dragon,monster,troll,goblin,fairy,elf,demon,hedgehog,alien,snowman,scarecrow,gargoyle,golem,giant,ogre,gnome,mermaid,unicorn,vampire,werewolf,imp|creature|-|-
`;

export interface Role {
  noun: string;
  kind: Person["kind"];
  age?: Person["age"] | undefined;
  gender?: Person["gender"] | undefined;
}

const KINDS = new Set<Person["kind"]>(["human", "cat", "dog", "bird", "robot", "ghost", "creature"]);
const AGES = new Set<Person["age"]>(["child", "teen", "adult", "elder"]);
const GENDERS = new Set<Person["gender"]>(["female", "male", "unknown"]);

export const ROLES_JA: readonly Role[] = longestFirst([...read(JAPANESE), ...beasts("ja")]);
export const ROLES_EN: readonly Role[] = longestFirst([...read(ENGLISH), ...beasts("en")]);

/** Whether somebody is called by what they are, not by a name: `The old woman`, 老人. */
export const isRole = (name: string): boolean => {
  const noun = name.toLowerCase().replace(/^the /u, "");
  return isRoleJa(noun) || BY_NOUN_EN.has(noun);
};

const byNoun = (roles: readonly Role[]): ReadonlyMap<string, Role> =>
  new Map(roles.toReversed().map((role) => [role.noun, role]));
const BY_NOUN_JA = byNoun(ROLES_JA);
const BY_NOUN_EN = byNoun(ROLES_EN);

export const isRoleJa = (noun: string): boolean => BY_NOUN_JA.has(noun);

/** What a Japanese noun for somebody tells of them. */
export function traitsOfRole(noun: string): Pick<Role, "age" | "gender"> & { kind?: Role["kind"] } {
  const role = BY_NOUN_JA.get(noun);
  return role ? { kind: role.kind, age: role.age, gender: role.gender } : {};
}

function read(table: string): Role[] {
  return table
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [nouns = "", kind = "", age = "", gender = ""] = line.split("|");
      return nouns.split(",").map((noun): Role => {
        const role: Role = { noun, kind: member(KINDS, kind) ?? "human" };
        const years = member(AGES, age);
        const sex = member(GENDERS, gender);
        if (years) role.age = years;
        if (sex) role.gender = sex;
        return role;
      });
    });
}

/** Animals that can be somebody: the nouns of the one table of animals. */
function beasts(language: Language): Role[] {
  return ANIMALS.filter(({ somebody }) => somebody).flatMap(({ kind, [language]: nouns }) =>
    nouns.map((noun) => ({ noun, kind })),
  );
}

function longestFirst(roles: readonly Role[]): Role[] {
  return roles.toSorted((a, b) => b.noun.length - a.noun.length);
}

function member<T extends string>(set: ReadonlySet<T>, text: string): T | undefined {
  return [...set].find((item) => item === text);
}
