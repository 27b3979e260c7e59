// Nouns excluded from the tables after a manual review.

/** Nouns that as often mean something else, or are rarely nouns. */
export const UNSURE = `
wick ledge vault home domicile abode plateau ani broody cocker grubby hind reeve tom anuran dun adonis affine alexic antediluvian baster buster carver checker cotter counsel dean
deb deliverer emcee enate enemy ex exarch executive featherweight filibuster finisher fitter flier fop futurist gallant goy handler
heavyweight hick hood humanist incendiary ingenue joker knockout lapidary liberal lightweight lineman ma pa macho madcap marcher
middleweight minimalist mover oblate offspring packer passer patrician philistine pitcher planter pluralist pol polemic pothunter potter
producer puncher punk punter pusher reader realist redact ref reverend roomy rubberneck runner seer settler shaver sib slogger
splicer splitter stalker stamper striker subordinate subsidiary superordinate supplicant tacker tapper theist timekeeper transient
trusty ump vestal votary wheeler whizz wiz mod scamp gipsy coaster peripatetic cavalier bulwark cockpit ben col alp defile dive grill
outlet buttery choky privy stall locker bower gangway detox detour pike tope ness cuddy shelter cab bay john hydroplane pocket shooter
outboard yearly daily bap cracker fudge caddy cruiser trump buggy bastinado domino mac slicker cooler jigger gat maul bicorn dipper
ballot probate halal jerky squab mic swob brail seine scull contour doodle fingerprint footprint monochrome nude scrabble argyle argyll
floss trawl shipwreck zep anklet luge mast belay calculus lei convertible blog page medium bishop veteran scion classifier conductor
urchin house organ cleaners dresser bachelor mate player picker stringer bleacher comer rusher rest mould skipjack leatherjacket
ruler coach stroller adapter synthesizer seller decoder victor mannequin macaroni
`;

/** Japanese nouns whose first gloss is misleading. */
export const UNSURE_JAPANESE = `
総当たり バタフライ マスタング モルモット 船橋 ジャガー ウルフ 見本市 同市 市外 一派 義塾 旧派 魚群 芸術院 新派 流派 夜学 サマースクール メモリアルホール
寄席 場外 桑田 小山 青山 大山 高山 畝 棟 高瀬 江 住 ビラ 管区気象台 鳴門 海難 陸海 北海 南海 クラブ ストア 舗 浦 潟 中島 橋脚 小島 レーク オーシャン
位 王位 王座 皇位 非常口 スピードウェイ プラザ 岐路 本山 総本山 パビリオン 部落 同郷 バスケット 警鐘 花壇 船旅 ばくだん シソーラス 手動 ディレクトリ
マグナム ジャー 器 植木鉢 ソフトボール ハンドボール 投票箱 レフ 車内 ビスタカー フォーミュラカー 貨車 ウェブサイト 公式サイト 内閣 黒幕 ガスタービン
機関 金融機関 交通機関 行政機関 報道機関 フェンシング ヘッジ リスクヘッジ 外郭 オイルフェンス 四時 雌花 門前 メス 蛇の目 一字 横文字 絵文字 文字 小文字
大文字 頭文字 親書 墨付き 運転免許 住民票 株券 呼吸器 呼吸器官 臓器 内臓 泌尿器 テキ ミンチ 乳 母乳 官報 ブルペン 縄跳び アダプター アナ グール シェパード
シンセサイザー シンボリスト スキッパー スクリプター スケープゴート スレイブ セラー ソプラノ ツイン トルーパー ナイト ビクター ブックメーカー ボイジャー
マカロニ マネキン ミリオンセラー モディスト ユース ラバー ロングセラー 開発元 原人 将 子孫 手取り 取引先 得意先 青春 俗 鮮魚 先住 善隣 草分け 瞳 同士
元祖 相手 定規 物差し 馬車 北海道開発庁長官 王将 小結 親ばか 若年 デコーダ デコーダー ベビーカー キッド 交友 門下 仕入れ ゴールライン スタートライン
ダイアグラム 図式 脊髄 芯 緒 好物 惣菜 大陸棚 岩盤 胆石 ブロイラー 竹刀 荷台 街宣車 ロケット弾 ランス 福助 シリンジ イルカ フィッシュ 魚類 千鳥
ドラム缶 師弟 夫妻 母子 父子 祖父母 父母 養父母 親子 小中学生 満員 満卓 道なり 古典芸能 本家 歴戦 ままごと 柱間 雲丹 陣陣 類別詞 海鰓 落札 三枚下し
`;

/** Endings that no Japanese noun of a person, thing or place has, with any gloss. */
export const UNLIKELY_ENDINGS: Readonly<Record<string, RegExp>> = {
  person:
    /(?:[機器物質末馬犬鳥魚面品麦台板形型格版書詩本石木草花力病症金税料団]|エディタ|グループ|ドライバー?|サーバー?|ソフト)$/u,
  thing: /(?:[色部閣付性国人者]|電話付き)$/u,
  place: /[故難事権金費料人者化]$/u,
};
