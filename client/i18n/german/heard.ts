/** What the world itself says in English, in German; the words are those of the table in common.ts. */
import type { HeardSentence } from '#client/i18n/english/heard.ts';

/** By the English sentence; every variable of it stands in the other one. */
export const HEARD = {
  'Solved in {value}': 'Gelöst in {value}',
  'It holds: {value}': 'Es hält: {value}',
  '{held}. To beat is {bar}, by {name}.': '{held}. Zu schlagen ist {bar}, von {name}.',
  '{held}, but this very solution was found before.': '{held}, aber genau diese Lösung wurde schon gefunden.',
  '{held}. One of you runs this world and keeps its sealed solution, so it gives no laurel.':
    '{held}. Jemand von euch leitet diese Welt und verwahrt die versiegelte Lösung, darum gibt es keinen Lorbeer.',
  '{held}. You run this world and keep its sealed solution, so it gives no laurel.':
    '{held}. Du leitest diese Welt und verwahrst die versiegelte Lösung, darum gibt es keinen Lorbeer.',
  '{held}. One of you made this challenge, so it counts for nothing but the joy of it.':
    '{held}. Jemand von euch hat diese Aufgabe gemacht, darum zählt nur die Freude daran.',
  '{held}. It is your own challenge, so it counts for nothing but the joy of it.':
    '{held}. Es ist deine eigene Aufgabe, darum zählt nur die Freude daran.',
  '{held}, but not played live: it counts as made with a tool and gives no laurel.':
    '{held}, aber nicht live gespielt: Es zählt als mit einem Werkzeug gemacht und gibt keinen Lorbeer.',
  '{held}, but the challenge was closed meanwhile.': '{held}, aber die Aufgabe wurde inzwischen geschlossen.',
  'Solved in {value}: {names} are the first. Each of you has a share of the laurel.':
    'Gelöst in {value}: {names} sind die Ersten. Jeder von euch hat einen Anteil am Lorbeer.',
  'Solved in {value}: you are the first. The laurel is yours.':
    'Gelöst in {value}: Niemand war vor dir da. Der Lorbeer gehört dir.',
  '{value}: a new record. Each of you has a share of the laurel.':
    '{value}: ein neuer Rekord. Jeder von euch hat einen Anteil am Lorbeer.',
  '{value}: a new record, derived from one that was published. The laurel is yours.':
    '{value}: ein neuer Rekord, aus einem veröffentlichten entwickelt. Der Lorbeer gehört dir.',
  '{value}: a new record. The laurel is yours.': '{value}: ein neuer Rekord. Der Lorbeer gehört dir.',
  '{value}: the best here so far. Machines solve this one too, so it gives no laurel.':
    '{value}: das Beste hier bisher. Maschinen lösen das auch, darum gibt es keinen Lorbeer.',
  "{value}: the same idea as the record's, with better digits. They are the machine's.":
    '{value}: dieselbe Idee wie beim Rekord, mit besseren Stellen. Die Stellen gehören der Maschine.',
  '{value}: you had sealed it before the record was handed in. The laurel is yours.':
    '{value}: Du hattest es versiegelt, bevor der Rekord eingereicht wurde. Der Lorbeer gehört dir.',
  '{name} moved the frontier: "{title}" in {value}.': '{name} hat die Grenze bewegt: „{title}“ in {value}.',
  '{name} solved "{title}" in {value}: it is training from now on.':
    '{name} hat „{title}“ in {value} gelöst: Von jetzt an ist es Training.',
  'Machines can do "{title}" now: it is for training from here on.':
    'Maschinen können „{title}“ jetzt: Von hier an ist es zum Üben da.',
  'Machines can do "{title}" now. {name} held it for {days} with {value}: three cheers!':
    'Maschinen können „{title}“ jetzt. {name} hat es {days} lang mit {value} gehalten: Hut ab!',
  '{name} waits for {more} at "{title}".': '{name} wartet bei „{title}“ auf {more}.',
  'one more': 'eine weitere Person',
  'two more': 'zwei weitere Personen',
  'three more': 'drei weitere Personen',
  'Machines fail on "{title}" just as on others: it adds nothing new.':
    'Maschinen scheitern an „{title}“ genau wie an anderen: Es bringt nichts Neues.',
  'Nothing better than what is known is possible on "{title}": its gate is open for training.':
    'Bei „{title}“ geht nichts Besseres als das Bekannte: Das Tor ist zum Üben offen.',
  'Machines solve "{title}": its gate is open for training.': 'Maschinen lösen „{title}“: Das Tor ist zum Üben offen.',
  'The best of the machines on "{title}" is {value}: who beats it?':
    'Das Beste der Maschinen bei „{title}“ ist {value}: Wer schlägt es?',
  'Machines failed on "{title}" ({seeds} tries at {budget} CPU seconds): its gate is open.':
    'Maschinen sind an „{title}“ gescheitert ({seeds} Versuche mit {budget} CPU-Sekunden): Das Tor ist offen.',
  'The chain has {name}\'s laurel for "{title}".': 'Die Kette hat den Lorbeer von {name} für „{title}“.',
  '{name} made "{title}".': '{name} hat „{title}“ geschaffen.',
  '"{title}" is in. Machines try it now; its gate opens when they are done.':
    '„{title}“ ist angekommen. Maschinen versuchen es jetzt; das Tor öffnet sich, wenn sie fertig sind.',
  'Thank you: later releases of the solvers may learn from your solutions.':
    'Danke: Spätere Ausgaben der Löser dürfen aus deinen Lösungen lernen.',
  'Nothing of yours is kept to learn from. A release that learned from it before stays as it is.':
    'Nichts von dir wird zum Lernen aufbewahrt. Eine Ausgabe, die schon gelernt hat, bleibt, wie sie ist.',
  '{name} · {title} · {value}': '{name} · {title} · {value}',
  '{ended} For {minutes} minutes they and the others do not gather together again.':
    '{ended} Für {minutes} Minuten kommen sie und die anderen nicht wieder zusammen.',
  '{name} has left, so the run is over for all.': '{name} ist gegangen, darum ist der Lauf für alle vorbei.',
  '{name} has left the course.': '{name} hat den Parcours verlassen.',
  'Nothing came from {names} for {seconds} seconds, so the run is over for all.':
    'Von {names} kam {seconds} Sekunden lang nichts, darum ist der Lauf für alle vorbei.',
  'What came from {name} could not be played, so the run is over for all.':
    'Was von {name} kam, ließ sich nicht spielen, darum ist der Lauf für alle vorbei.',
  'Your party is over.': 'Deine Gruppe ist aufgelöst.',
  'The world was restarted, so your party is over.': 'Die Welt wurde neu gestartet, darum ist deine Gruppe aufgelöst.',
  'Coming in.': 'Du kommst herein.',
  'You have left.': 'Du bist gegangen.',
  'The connection broke; coming back.': 'Die Verbindung ist abgerissen; gleich wieder da.',
  'You came in from another window; this one has stepped aside.':
    'Du bist in einem anderen Fenster hereingekommen; dieses ist zur Seite getreten.',
  'The world took too long to answer.': 'Die Welt hat zu lange nicht geantwortet.',
  'The world cannot be reached right now.': 'Die Welt ist gerade nicht zu erreichen.',
  'The world did not let you in.': 'Die Welt hat dich nicht hereingelassen.',
  'This page is out of date; reload it.': 'Diese Seite ist veraltet; lade sie neu.',
  'You are in another window.': 'Du bist in einem anderen Fenster.',
  'Your sign-in has ended.': 'Deine Anmeldung ist abgelaufen.',
  'Sign in before you join.': 'Melde dich an, bevor du hereinkommst.',
  'You are in no party; gather at the gate first.': 'Du bist in keiner Gruppe; komm zuerst am Tor zusammen.',
  'Your own run does not solve it here: {reason}': 'Dein eigener Lauf löst es hier nicht: {reason}',
  'A published run of "{title}" solves it: it is the same again.':
    'Ein veröffentlichter Lauf von „{title}“ löst es: Es ist dasselbe noch einmal.',
  'Who came first begins; after {seconds} seconds anybody may.':
    'Wer zuerst da war, gibt das Zeichen; nach {seconds} Sekunden dürfen es alle.',
  'The tape ends after {played} ticks at checkpoint {checkpoint} of {stops}, before the goal.':
    'Der Lauf endet nach {played} Ticks am Kontrollpunkt {checkpoint} von {stops}, vor dem Ziel.',
  'The tape ends after {played} ticks before the goal.': 'Der Lauf endet nach {played} Ticks vor dem Ziel.',
  '{points} lie on one line.': '{points} liegen auf einer Geraden.',
  '{points} lie in one plane.': '{points} liegen in einer Ebene.',
  'Beacons {first} and {second} stand at the same place.': 'Die Leuchtfeuer {first} und {second} stehen am selben Ort.',
  'Beads {first} and {second} stand on one place, at {where} from the first bead.':
    'Die Perlen {first} und {second} stehen auf demselben Platz, bei {where} von der ersten aus.',
  '{points} is blocked: nothing may stand there.': '{points} ist gesperrt: Dort darf nichts stehen.',
  '{points} is there twice.': '{points} ist doppelt da.',
  '{count} points cannot be right: at most {most} fit. {reason}':
    '{count} Punkte können nicht stimmen: Höchstens {most} passen. {reason}',
  'A scene has at most {most} pieces.': 'Ein Parcours hat höchstens {most} Teile.',
  'A name has 1 to 24 plain characters: no control characters, no markup.':
    'Ein Name hat 1 bis 24 einfache Zeichen: keine Steuerzeichen, keine Auszeichnung.',
  'Bend this chain of {beads} beads {room} so that as many of its {count} glowing beads as possible stand side by side. No place may hold two beads.':
    'Bieg diese Kette aus {beads} Perlen {room} so, dass möglichst viele ihrer {count} leuchtenden Perlen nebeneinander stehen. Kein Platz darf zwei Perlen tragen.',
  'in the plane': 'in der Ebene',
  'in space': 'im Raum',
  'Set as many lanterns as you can on the {grid} so that no three stand on one straight line, whatever its slope.':
    'Setz so viele Laternen wie möglich in das {grid}, ohne dass drei auf einer Geraden stehen, wie schräg sie auch ist.',
  'Set as many lanterns as you can on the {grid} so that no three stand on one straight line, whatever its slope; dark places stay empty.':
    'Setz so viele Laternen wie möglich in das {grid}, ohne dass drei auf einer Geraden stehen, wie schräg sie auch ist; dunkle Plätze bleiben leer.',
  '{wide} × {long} square': 'Feld aus {wide} × {long} Plätzen',
  '{wide} × {long} × {high} cube': 'Gitter aus {wide} × {long} × {high} Plätzen',
  'Set as many lanterns as you can in the {grid} so that no four lie in one plane, however it is tilted.':
    'Setz so viele Laternen wie möglich in das {grid}, ohne dass vier in einer Ebene liegen, wie schräg sie auch ist.',
  'Set as many lanterns as you can in the {grid} so that no four lie in one plane, however it is tilted; dark places stay empty.':
    'Setz so viele Laternen wie möglich in das {grid}, ohne dass vier in einer Ebene liegen, wie schräg sie auch ist; dunkle Plätze bleiben leer.',
  'Spread {count} beacons over the sphere so that the two nearest are as far apart as can be.':
    'Verteile {count} Leuchtfeuer so über die Kugel, dass die zwei nächsten so weit wie möglich auseinander sind.',
  'Spread {count} beacons over the sphere so that the two nearest are as far apart as can be. {large} of them are large and need {times} times the room; a distance counts in the mean size of its two.':
    'Verteile {count} Leuchtfeuer so über die Kugel, dass die zwei nächsten so weit wie möglich auseinander sind. {large} davon sind groß und brauchen den Platz von {times} kleinen; ein Abstand zählt in der mittleren Größe seiner beiden.',
  'Spread {count} beacons over the sphere so that they repel each other as little as can be.':
    'Verteile {count} Leuchtfeuer so über die Kugel, dass sie einander so wenig wie möglich abstoßen.',
  'Spread {count} beacons over the sphere so that they repel each other as little as can be. {large} of them are heavy: they push {times} times as hard.':
    'Verteile {count} Leuchtfeuer so über die Kugel, dass sie einander so wenig wie möglich abstoßen. {large} davon sind schwer: Sie schieben so stark wie {times} leichte.',
  'Reach the goal as fast as you can': 'Lauf so schnell du kannst zum Ziel',
  'Bring both to the goal': 'Bring beide zum Ziel',
  'Bring all {count} to the goal': 'Bring alle {count} zum Ziel',
  'through one checkpoint': 'durch einen Kontrollpunkt',
  'through {count} checkpoints in order': 'der Reihe nach durch {count} Kontrollpunkte',
  'press the buttons that open the doors': 'drück die Knöpfe, die die Türen öffnen',
  'push the crates where they help': 'schieb die Kisten dorthin, wo sie helfen',
  'throw the levers, which stay as you leave them': 'leg die Hebel um, sie bleiben so',
  'carry each key to its lock, one at a time, and do not fall':
    'trag jeden Schlüssel zu seinem Schloss, einen nach dem anderen, und fall nicht',
  'remember which tiles are lit at the start: the others give way':
    'merk dir, welche Platten am Anfang leuchten: die anderen geben nach',
  'leap from the marked walls': 'spring von den markierten Wänden ab',
  'mind the wind': 'achte auf den Wind',
  'pass the doors in their time': 'geh durch die Türen, wenn ihre Zeit ist',
  'Search with returns to what was reached (Go-Explore, Ecoffet et al., Nature 2021) passes many courses; where it fails at a stated budget, a person’s route is new knowledge and teaches the machines.':
    'Eine Suche, die zu Erreichtem zurückkehrt (Go-Explore, Ecoffet und andere, Nature 2021), schafft viele Parcours; wo sie bei einem festen Aufwand scheitert, ist der Weg eines Menschen neues Wissen und lehrt die Maschinen.',
  'The HP model of protein folding (Dill, Biochemistry 24, 1985): water drives the oily parts of a protein together, and that alone makes finding the best fold hard, in the plane and in space (Berger and Leighton 1998, Crescenzi and others 1998). Machines search by pulling the chain (Lesh, Mitzenmacher and Whitesides 2003).':
    'Das HP-Modell der Proteinfaltung (Dill, Biochemistry 24, 1985): Wasser treibt die öligen Teile eines Proteins zusammen, und schon das macht die beste Faltung schwer zu finden, in der Ebene und im Raum (Berger und Leighton 1998, Crescenzi und andere 1998). Maschinen suchen, indem sie an der Kette ziehen (Lesh, Mitzenmacher und Whitesides 2003).',
  'Dudeney asked it of a chessboard in 1917. Two a row would make 2n; it is known to be reached up to n = 46 (Flammenkamp 1998) and believed to fail for large n, and nobody has proven either. Erdős showed that about n can always be set (in Roth 1951). With blocked places almost nothing is known.':
    'Dudeney fragte das 1917 für ein Schachbrett. Zwei je Reihe wären 2n; bekannt ist, dass es bis n = 46 erreicht wird (Flammenkamp 1998), und vermutet, dass es für große n nicht geht, und niemand hat eins davon bewiesen. Erdős zeigte, dass sich immer etwa n setzen lassen (in Roth 1951). Mit gesperrten Plätzen ist fast nichts bekannt.',
  'The cube’s form of Dudeney’s question of 1917. Pór and Wood (2007) proved that the best grows like n², but exact values are known only for the smallest cubes: from 5 × 5 × 5 on (40 set, 45 not ruled out; Pegg 2026) it is open.':
    'Dudeneys Frage von 1917 im Würfel. Pór und Wood (2007) bewiesen, dass das Beste wie n² wächst, aber genaue Werte kennt man nur für die kleinsten Würfel: ab 5 × 5 × 5 (40 gesetzt, 45 nicht ausgeschlossen; Pegg 2026) ist es offen.',
  'Three a layer would make 3n, yet already small cubes fall short of it: exhaustive search gives 5, 8, 10, 13, 16 for n = 2 to 6, and from 7 on only lower bounds are known (OEIS A280537, Pfoertner 2017; Möhres 2016).':
    'Drei je Schicht wären 3n, doch schon kleine Würfel bleiben darunter: Vollständige Suche ergibt 5, 8, 10, 13, 16 für n = 2 bis 6, und ab 7 sind nur untere Schranken bekannt (OEIS A280537, Pfoertner 2017; Möhres 2016).',
  'P. M. L. Tammes asked in 1930 why the pores of pollen grains lie as they do. The best is proven for up to 14 points and for 24 (Musin and Tarasov, Experimental Mathematics 2015); the bound of L. Fejes Tóth (1943) limits all others. No table of beacons of several sizes was found.':
    'P. M. L. Tammes fragte 1930, warum die Poren von Pollenkörnern so liegen, wie sie liegen. Das Beste ist für bis zu 14 Punkte und für 24 bewiesen (Musin und Tarasov, Experimental Mathematics 2015); die Schranke von L. Fejes Tóth (1943) begrenzt alle anderen. Eine Tabelle mit Leuchtfeuern verschiedener Größe wurde nicht gefunden.',
  'J. J. Thomson asked in 1904 how electrons come to rest on a ball. The answer is proven for 2, 3, 4, 6 and 12, which meet a bound of linear programming (Boyvalenkov et al., Constructive Approximation 2016), and for 5 by computer (R. E. Schwartz, arXiv 1001.3702); beyond, resting places multiply exponentially and lie ever closer (Amore et al., Physical Review E 2025). The same patterns of five and seven neighbours stand in virus shells and colloids. No table of beacons of several charges was found.':
    'J. J. Thomson fragte 1904, wie Elektronen auf einer Kugel zur Ruhe kommen. Die Antwort ist bewiesen für 2, 3, 4, 6 und 12, die eine Schranke der linearen Programmierung erreichen (Boyvalenkov und andere, Constructive Approximation 2016), und für 5 mit dem Computer (R. E. Schwartz, arXiv 1001.3702); darüber hinaus werden die Ruhelagen exponentiell mehr und liegen immer dichter (Amore und andere, Physical Review E 2025). Dieselben Muster aus fünf und sieben Nachbarn gibt es in Virenhüllen und Kolloiden. Eine Tabelle mit Leuchtfeuern verschiedener Ladung wurde nicht gefunden.',
  'Ghost Parkour': 'Parcours mit Geistern',
  'Lattice Sculptor': 'Gitterbildhauer',
  'No Three in Line': 'Keine drei auf einer Geraden',
  'No Four in a Plane': 'Keine vier in einer Ebene',
  'Keep Your Distance': 'Halte Abstand',
  'Planet of Charges': 'Planet der Ladungen',
  'Areas of disjoint caps': 'Flächen getrennter Kappen',
  'Only beads an odd number of steps apart along the chain can touch, and a bead inside the chain has two neighbours of the lattice less (Hart and Istrail 1996).':
    'Nur Perlen, die eine ungerade Zahl von Schritten auseinander liegen, können sich berühren, und eine Perle im Inneren der Kette hat zwei Nachbarn im Gitter weniger (Hart und Istrail 1996).',
  'No set of so many H cells of the square lattice touches more often (Harary and Harborth 1976).':
    'Keine Menge von so vielen H-Plätzen des Quadratgitters berührt sich öfter (Harary und Harborth 1976).',
  'No set of so many H cells of the cubic lattice touches more often (Alonso and Cerf 1996).':
    'Keine Menge von so vielen H-Plätzen des Würfelgitters berührt sich öfter (Alonso und Cerf 1996).',
  'The planes across one axis fill the cube, and each holds three points at the most.':
    'Die Ebenen quer zu einer Achse füllen den Würfel, und jede fasst höchstens drei Punkte.',
  'The lines along one axis fill the square, and each holds two points at the most.':
    'Die Linien entlang einer Achse füllen das Quadrat, und jede fasst höchstens zwei Punkte.',
  'The lines along one axis fill the cube, and each holds two points at the most.':
    'Die Linien entlang einer Achse füllen den Würfel, und jede fasst höchstens zwei Punkte.',
  'No more than 16 fit in 3 × 3 × 3 (Moser’s cube problem, OEIS A003142).':
    'Mehr als 16 passen nicht in 3 × 3 × 3 (Mosers Würfelproblem, OEIS A003142).',
  'Exhaustive search of the whole cube (OEIS A280537).': 'Vollständige Suche im ganzen Würfel (OEIS A280537).',
  'I grow what nobody asked for, and look at it until I know why.':
    'Ich lasse wachsen, was niemand wollte, und sehe es an, bis ich weiß, warum.',
  'A good question outlives its answer.': 'Eine gute Frage überlebt ihre Antwort.',
  'Again. A little slower. Again.': 'Noch einmal. Ein wenig langsamer. Noch einmal.',
  'I have just woken up.': 'Ich bin gerade aufgewacht.',
  'Nothing here is mine to attempt.': 'Hier ist nichts, was ich versuchen darf.',
  'No machine knows how to try "{family}".': 'Keine Maschine weiß, wie man „{family}“ versucht.',
  'Machines have failed here; I try once more.': 'Hier sind Maschinen gescheitert; ich versuche es noch einmal.',
  'Somebody did this already; I look for a better way.':
    'Das hat schon jemand geschafft; ich suche einen besseren Weg.',
  'The gate closed while I tried.': 'Das Tor ging zu, während ich es versuchte.',
  'I came {percent} % of the way, and no further.': 'Ich kam {percent} % des Weges weit, nicht weiter.',
  'I came to {result}; the record stands at {record}.': 'Ich kam auf {result}; der Rekord steht bei {record}.',
  'I found a way.': 'Ich habe einen Weg gefunden.',
  'Every place for a work is taken.': 'Jeder Platz für ein Werk ist besetzt.',
  'Nothing new came to mind.': 'Mir ist nichts Neues eingefallen.',
  'I know no kind of problem to pose.': 'Ich kenne keine Art von Aufgabe, die ich stellen könnte.',
  'What I made cannot be done; I drop it.': 'Was ich gebaut habe, ist nicht zu schaffen; ich verwerfe es.',
  'I was refused: {reason}': 'Ich wurde abgewiesen: {reason}',
  '"{title}" stands in the world; the chain follows.': '„{title}“ steht in der Welt; die Kette folgt.',
  '"{title}" is kept and goes on chain; no place on the island is free for it.':
    '„{title}“ wird aufbewahrt und kommt auf die Kette; auf der Insel ist kein Platz dafür frei.',
} as const satisfies Readonly<Record<HeardSentence, string>>;
