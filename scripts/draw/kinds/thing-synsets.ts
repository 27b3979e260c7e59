// WordNet synsets for drawn things, in the format of `synsets.ts`.

/** Things of `things.tsv` with enough hyponyms to be listed. */
export const THINGS = `
lamp: lamp lamp#2
lantern: lantern
candle: candle
candlestick: candlestick candelabrum
chandelier: chandelier
match: match
lighter: lighter#2
firework: firework
stove: stove stove#2 oven
fireplace: fireplace
incense: incense
letter: letter card#7 certificate note#2 ballot memorandum bill#2 license
book: book#2 textbook reference_book notebook diary account_book daybook album#2
pen: pen pencil
map: map
photo: photograph
newspaper: newspaper newspaper#3
ticket: ticket
envelope: envelope
passport: passport#2
picture: painting drawing#2 picture#2 print#3 tapestry
sign: signboard
blackboard: blackboard
paintbrush: paintbrush
typewriter: typewriter
calculator: calculator#2
badge: badge
umbrella: umbrella
bag: bag bag#4 handbag sack
backpack: backpack
suitcase: suitcase luggage briefcase trunk#2
basket: basket
box: box crate carton
wallet: wallet
coin: coin
key: key
phone: telephone
camera: camera
watch: watch
glasses: spectacles eyeglasses glasses
binoculars: binoculars
telescope: telescope
magnifier: magnifying_glass
compass: compass
hat: hat
cap: cap
helmet: helmet helmet#2
crown: crown#4 diadem
veil: veil
mask: mask
glove: glove#2 glove
scarf: scarf kerchief
shoe: shoe slipper sandal footwear#2
boots: boot
sock: sock stocking hosiery
coat: coat cloak#2 jacket
uniform: uniform
dress: dress
shirt: shirt
apron: apron
necklace: necklace
bracelet: bracelet#2
hairpin: hairpin
armour: body_armor cuirass
belt: belt#2
handkerchief: handkerchief
wig: wig
swimsuit: swimsuit
comb: comb
mirror: mirror
towel: towel
soap: soap
perfume: perfume#2
bandage: bandage
medicine: pill#1 tablet#3
thermometer: thermometer
syringe: syringe
wheelchair: wheelchair
stretcher: stretcher#3 litter#3
sewing-machine: sewing_machine
fan: fan
flower: flower
cactus: cactus
vase: vase
doll: doll puppet#3 marionette
teddy-bear: teddy
cigarette: cigarette cigar
pipe: pipe
charm: amulet
trophy: trophy#2
medal: medal
crystal: jewel#1 gem#2 precious_stone
hourglass: hourglass sandglass
clock: clock
bell: bell
statue: statue sculpture#2 figurine
wreath: wreath
cup: cup
glass: glass#2
goblet: goblet goblet#2 chalice
bottle: bottle flask phial carafe
thermos: thermos
jug: jug pitcher#2
jar: jar urn#2 crock#3
can: can canister
plate: plate#4 dish platter
bowl: bowl bowl#3 tureen
tray: tray
spoon: spoon
fork: fork
knife: knife dagger knife#2
teapot: teapot coffeepot
kettle: teakettle
pot: pot
pan: pan
cauldron: cauldron
ladle: ladle
bread: bread
butter: butter
cheese: cheese
egg: egg#2
meat: meat
rice: rice
sandwich: sandwich
cake: cake#3
cookie: cookie
doughnut: doughnut#2
pudding: pudding pudding#3
ice-cream: ice_cream
candy: candy
milk: milk
apple: apple
orange: orange
melon: melon
grapes: grape
noodles: noodle pasta#2
hamburger: hamburger
pancake: pancake
chair: chair
table: table#2 desk
bed: bed
sofa: sofa
shelf: shelf
drawer: drawer
cupboard: cupboard cabinet wardrobe#2 chest_of_drawers
bench: bench
curtain: curtain
carpet: rug carpet
pillow: pillow cushion#3
blanket: blanket quilt bedspread
mattress: mattress
cradle: cradle
tub: tub#2
bath: bathtub
fridge: refrigerator
washing-machine: washing_machine
television: television_receiver
computer: computer
laptop: laptop
radio: radio_receiver
safe: safe
vending-machine: vending_machine
bin: ashcan
broom: broom
mop: mop
aquarium: aquarium
birdcage: birdcage
tap: faucet
sink: sink washbasin#2
throne: throne
cash-register: cash_register
hammer: hammer#2 mallet#3 mallet
axe: axe
saw: saw#2
scissors: scissors shears
shovel: shovel spade#2
bucket: bucket
ladder: ladder
wrench: wrench#3
pliers: pliers
screwdriver: screwdriver
drill: drill
plank: plank
rope: rope cord
padlock: padlock
handcuffs: handcuff
anchor: anchor
wheel: wheel
net: net#2 fishnet
pitchfork: pitchfork
rake: rake#3
sickle: sickle scythe
microscope: microscope
sword: sword
spear: spear
bow: bow#4 longbow crossbow
shield: shield#2
gun: gun firearm
club: club#3 truncheon
stick: stick staff#2 cane#2 pole walking_stick
wand: wand
bomb: bomb
cannon: cannon
piano: piano
guitar: guitar lute#2 banjo mandolin
violin: violin
drum: drum
flute: flute
trumpet: trumpet
harp: harp
accordion: accordion
harmonica: harmonica
xylophone: xylophone
cello: cello bass_fiddle
saxophone: saxophone
microphone: microphone
gramophone: gramophone record_player
disc: phonograph_record
ball: ball
bat: baseball_bat
racket: racket#4
kite: kite#3
cards: playing_card
dice: dice
skis: ski
skates: ice_skate roller_skate
sled: sled
fishing-rod: fishing_rod
stone: rock
shell: seashell
flag: flag
fence: fence
gate: gate
gravestone: gravestone
mailbox: mailbox mailbox#2
well: well
chest: chest#2
barrel: barrel#2
coffin: coffin
fountain: fountain
car: car
truck: truck
carriage: carriage#2
cart: cart
tractor: tractor
motorcycle: motorcycle
bicycle: bicycle
tricycle: tricycle
scooter: scooter#3
pram: baby_buggy
wheelbarrow: wheelbarrow
boat: boat gondola#2
ship: ship
yacht: yacht
aeroplane: airplane
helicopter: helicopter
rocket: rocket
tank: tank
submarine: submarine
saddle: saddle
razor: razor
engine: engine
cage: cage
poster: poster
oar: oar
`;
