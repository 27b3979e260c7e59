// WordNet synsets for the kinds that can be drawn: one line for each setting and animal; things are in `thing-synsets.ts`. A word means its
// first sense as a noun, and `church#2` its second. The nearest listed hypernym gives the kind: `cannery` is a workshop, because its
// hypernym `factory` is listed.

/** Settings of `staging.ts`. */
export const PLACES = `
street: street road thoroughfare public_square square#3 intersection#2 crossroad driveway lane#2 parking_lot sidewalk walk#5 path#2
alley: alley
room: room dwelling hotel hut#2 hut barn outbuilding farm_building shelter cabin#2 prison#1 cell#7 guesthouse residence#2 apartment_building country_house convent#2 religious_residence bathroom observatory nursing_home stable mews walk-up hacienda maisonette brownstone clubhouse hall_of_residence residence guildhall funeral_home presbytery rest_house morgue massage_parlor community_center orphanage#2 guardhouse dining_area bomb_shelter blockhouse student_union
kitchen: kitchen galley#3 galley#4
classroom: school school#2 classroom university#2 college#2 academy nursery_school
corridor: corridor hallway passageway hall#1 vestibule
tent: tent
office: office laboratory police_station courtroom bank#9 courthouse government_building government_office office_building newsroom broadcasting_station consulate embassy headquarters town_hall reception_desk customhouse countinghouse city_hall brokerage_house command_post ministry#3
shop: shop arcade#2 restaurant tavern saloon bar#1 mercantile_establishment marketplace#2 department_store beauty_parlor cafeteria place_of_business tea_parlor soup_kitchen launderette bureau_de_change truck_stop gasoline_station roadhouse bowling_alley
station: terminal railway_station airport bus_terminal subway_station airfield
train: train streetcar passenger_car sleeping_car railcar
bus: bus
forest: forest forest#2 grove thicket jungle wilderness undergrowth
field: field desert plain grassland farm pasture playing_field stadium campsite tundra battlefield ranch golf_course steppe meadow farmland valley hill knoll heath#2 vineyard playground#2 racecourse plantation#1 oasis paddock stockyard farmyard barnyard picnic_area parade_ground landfill highland lowland
garden: garden yard#2 yard#3 park park#2 courtyard orchard zoo amusement_park greenhouse lawn arbor#3 porch patio summerhouse arboretum flowerbed fairground
mountain: mountain cliff ravine canyon glacier ridge volcano precipice gorge crag mountain_pass crater massif tor escarpment mesa
river: stream lake swamp wetland waterfall canal#3 spring#3 pond ford estuary billabong rapid cascade cataract#2
sea: sea ocean strait bay gulf
shore: shore dune sandbank beach harbor pier island coast quay seaside#1 dock#3 marina cape headland inlet reef breakwater lagoon bank#1 boatyard dockyard shipyard foreshore lakefront
lighthouse: lighthouse
bridge: bridge
city: city metropolis skyscraper
village: village#2 village hamlet
temple: temple shrine mosque pagoda temple#4 ziggurat pantheon
church: church#2 chapel abbey cathedral cathedral#2 place_of_worship chantry chancel nave
castle: castle castle#2 fortress tower rampart bulwark palace palace#4 palisade bastion stockade redoubt
stairs: stairway flight_of_stairs
rooftop: roof rooftop
cave: cave mine tunnel catacomb dungeon#2 cavern colliery
space: spacecraft space_station planet#3 asteroid
hospital: hospital clinic#3 sanatorium hospital_ward infirmary sickbay operating_room sickroom medical_building first-aid_station
graveyard: cemetery graveyard churchyard crypt mausoleum charnel_house burial_chamber
workshop: factory workshop warehouse plant mill garage#2 garage shed hangar smithy smelter foundry refinery storehouse boathouse brewery distillery tannery granary repair_shop abattoir packinghouse icehouse pump_house smokehouse oast_house creamery gasworks glassworks ironworks lumberyard roundhouse power_station waterworks limekiln armory
gym: gymnasium#2 rink athletic_facility badminton_court basketball_court squash_court tennis_court volleyball_court
stage: theater auditorium cinema opera_house circus_tent concert_hall circus#3 amphitheater multiplex orchestra_pit
museum: museum art_gallery gallery#3 planetarium planetarium rotunda
library: library library#3 library#5
bath: swimming_pool bathhouse bathhouse#2 sauna hot_spring turkish_bath lido
`;

/** Animals of `closed/animals.ts`. */
export const ANIMALS = `
cat: domestic_cat
dog: dog
fox: fox
wolf: wolf
rabbit: leporid
bear: bear
mouse: mouse rat vole hamster guinea_pig#2 shrew#2
squirrel: squirrel
monkey: monkey ape
raccoon: raccoon raccoon#2
lion: lion
tiger: tiger leopard#2 jaguar panther#2
horse: horse
donkey: domestic_ass mule
cow: bovine
goat: goat
sheep: sheep
deer: deer antelope
pig: swine
sparrow: sparrow
swallow: swallow#3
pigeon: pigeon
crow: corvine_bird
gull: gull#2 tern albatross petrel
owl: owl
hawk: bird_of_prey
parrot: parrot
duck: duck
chicken: gallinaceous_bird
goose: goose
swan: swan
crane: heron#2 stork crane#5 wading_bird ibis spoonbill
bird: bird
frog: frog
turtle: turtle
snake: snake
crab: crab#4 crab
butterfly: butterfly moth
dragonfly: dragonfly damselfly
bee: bee wasp
firefly: firefly
spider: spider
snail: snail
beetle: beetle
fish: fish
bat: bat
`;

/** Hyponyms of these synsets that look different, and are excluded. */
export const NOTHING = `
penguin ostrich flightless_bird bird_of_passage ray#7 eel seahorse sea_horse#2 ammunition
spire mooring_tower pylon silo supporting_tower high-rise pinnacle#2 merlon earthwork narthex food_court anthill molehill dome#4 vault#3 sunroof
automobile_trunk glove_compartment luggage_compartment compartment kennel mantlet chicken_coop confessional cable_car cab#3 kiosk
freight_car handcar elevator_shaft gate#4 ripple_mark salon calculus#3 bulletin_board_system apple_of_discord television_channel
burrow rail_line railroad_track locker#2 bank_vault skybox jury_box
`;

/** People defined by an occupation, a relation or an origin. */
export const PEOPLE = `
worker leader creator#2 scientist adult entertainer intellectual athlete religious_person ruler capitalist expert traveler relative
female#2 male#2 combatant engineer juvenile domestic_partner enrollee commoner friend explorer criminal slave occultist bullfighter
dancer warrior adventurer witness rescuer captor adjudicator patient prisoner guest neighbor stowaway intruder orphan vagrant beggar
writer#1 spokesperson messenger announcer scholar student driver rider passenger opponent spectator survivor hunter thrower owner
inhabitant villager settler companion lover suspect victim host#1 customer buyer seller enemy
`;

/** Words that only express an opinion or one aspect of a person, and are excluded. */
export const NO_PEOPLE = `
bad_person good_person unfortunate simpleton fool unpleasant_person advocate believer ethnic_group primitive
user#1 baby_boomer self religionist transsexual homosexual large_person perceiver creditor debtor case#7 equal possible
nondescript nonperson party#4 personification pussycat unskilled_person appointee neutral national nonreligious_person optimist pessimist
slattern prostitute mistress wanton nonresident back-number bluestocking sensualist
`;
