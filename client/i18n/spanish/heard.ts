/** What the world itself says in English, in Spanish; the words are those of the table in common.ts. */
import type { HeardSentence } from '#client/i18n/english/heard.ts';

/** By the English sentence; every variable of it stands in the other one. */
export const HEARD = {
  'Solved in {value}': 'Resuelto en {value}',
  'It holds: {value}': 'Se sostiene: {value}',
  '{held}. To beat is {bar}, by {name}.': '{held}. Hay que superar {bar}, de {name}.',
  '{held}, but this very solution was found before.': '{held}, pero esta misma solución ya se había encontrado.',
  '{held}. One of you runs this world and keeps its sealed solution, so it gives no laurel.':
    '{held}. Alguien del grupo dirige este mundo y guarda la solución sellada, así que no da laurel.',
  '{held}. You run this world and keep its sealed solution, so it gives no laurel.':
    '{held}. Tú diriges este mundo y guardas la solución sellada, así que no da laurel.',
  '{held}. One of you made this challenge, so it counts for nothing but the joy of it.':
    '{held}. Alguien del grupo hizo este reto, así que solo cuenta por el gusto de jugarlo.',
  '{held}. It is your own challenge, so it counts for nothing but the joy of it.':
    '{held}. Es tu propio reto, así que solo cuenta por el gusto de jugarlo.',
  '{held}, but not played live: it counts as made with a tool and gives no laurel.':
    '{held}, pero no se jugó en vivo: cuenta como hecho con una herramienta y no da laurel.',
  '{held}, but the challenge was closed meanwhile.': '{held}, pero el reto se cerró mientras tanto.',
  'Solved in {value}: {names} are the first. Each of you has a share of the laurel.':
    'Resuelto en {value}: {names}, nadie lo hizo antes. Cada cual tiene su parte del laurel.',
  'Solved in {value}: you are the first. The laurel is yours.':
    'Resuelto en {value}: nadie lo hizo antes que tú. El laurel es tuyo.',
  '{value}: a new record. Each of you has a share of the laurel.':
    '{value}: un récord nuevo. Cada cual tiene su parte del laurel.',
  '{value}: a new record, derived from one that was published. The laurel is yours.':
    '{value}: un récord nuevo, derivado de uno ya publicado. El laurel es tuyo.',
  '{value}: a new record. The laurel is yours.': '{value}: un récord nuevo. El laurel es tuyo.',
  '{value}: the best here so far. Machines solve this one too, so it gives no laurel.':
    '{value}: lo mejor hasta ahora. Las máquinas también lo resuelven, así que no da laurel.',
  "{value}: the same idea as the record's, with better digits. They are the machine's.":
    '{value}: la misma idea que la del récord, con mejores cifras. Las cifras son de la máquina.',
  '{value}: you had sealed it before the record was handed in. The laurel is yours.':
    '{value}: lo habías sellado antes de que se entregara el récord. El laurel es tuyo.',
  '{name} moved the frontier: "{title}" in {value}.': '{name} movió la frontera: «{title}» en {value}.',
  '{name} solved "{title}" in {value}: it is training from now on.':
    '{name} resolvió «{title}» en {value}: desde ahora es entrenamiento.',
  'Machines can do "{title}" now: it is for training from here on.':
    'Las máquinas ya pueden con «{title}»: desde ahora sirve para entrenar.',
  'Machines can do "{title}" now. {name} held it for {days} with {value}: three cheers!':
    'Las máquinas ya pueden con «{title}». {name} lo tuvo {days} con {value}: ¡bravo!',
  '{name} waits for {more} at "{title}".': '{name} espera a {more} en «{title}».',
  'one more': 'una persona más',
  'two more': 'dos personas más',
  'three more': 'tres personas más',
  'Machines fail on "{title}" just as on others: it adds nothing new.':
    'Las máquinas fallan en «{title}» igual que en otros: no añade nada nuevo.',
  'Nothing better than what is known is possible on "{title}": its gate is open for training.':
    'En «{title}» no se puede mejorar lo que ya se conoce: su portal se abre para entrenar.',
  'Machines solve "{title}": its gate is open for training.':
    'Las máquinas resuelven «{title}»: su portal se abre para entrenar.',
  'The best of the machines on "{title}" is {value}: who beats it?':
    'Lo mejor de las máquinas en «{title}» es {value}: ¿quién lo supera?',
  'Machines failed on "{title}" ({seeds} tries at {budget} CPU seconds): its gate is open.':
    'Las máquinas fallaron en «{title}» ({seeds} intentos con {budget} segundos de CPU): su portal está abierto.',
  'The chain has {name}\'s laurel for "{title}".': 'La cadena tiene el laurel de {name} por «{title}».',
  '{name} made "{title}".': '{name} hizo «{title}».',
  '"{title}" is in. Machines try it now; its gate opens when they are done.':
    '«{title}» ya está dentro. Las máquinas lo intentan ahora; su portal se abre cuando terminen.',
  'Thank you: later releases of the solvers may learn from your solutions.':
    'Gracias: las próximas versiones de los resolutores pueden aprender de tus soluciones.',
  'Nothing of yours is kept to learn from. A release that learned from it before stays as it is.':
    'No se guarda nada tuyo de lo que aprender. Una versión que ya aprendió se queda como está.',
  '{name} · {title} · {value}': '{name} · {title} · {value}',
  '{ended} For {minutes} minutes they and the others do not gather together again.':
    '{ended} Durante {minutes} minutos no volverán a juntarse con los demás.',
  '{name} has left, so the run is over for all.': '{name} se ha ido, así que la carrera acaba para el grupo.',
  '{name} has left the course.': '{name} ha dejado el recorrido.',
  'Nothing came from {names} for {seconds} seconds, so the run is over for all.':
    'De {names} no llegó nada en {seconds} segundos, así que la carrera acaba para el grupo.',
  'What came from {name} could not be played, so the run is over for all.':
    'Lo que llegó de {name} no se pudo jugar, así que la carrera acaba para el grupo.',
  'Your party is over.': 'Tu grupo se ha deshecho.',
  'The world was restarted, so your party is over.': 'El mundo se reinició, así que tu grupo se ha deshecho.',
  'Coming in.': 'Entrando.',
  'You have left.': 'Has salido.',
  'The connection broke; coming back.': 'Se cortó la conexión; volviendo.',
  'You came in from another window; this one has stepped aside.':
    'Has entrado desde otra ventana; esta se ha apartado.',
  'The world took too long to answer.': 'El mundo tardó demasiado en responder.',
  'The world cannot be reached right now.': 'Ahora mismo no se llega al mundo.',
  'The world did not let you in.': 'El mundo no te dejó entrar.',
  'This page is out of date; reload it.': 'Esta página está anticuada; vuelve a cargarla.',
  'You are in another window.': 'Estás en otra ventana.',
  'Your sign-in has ended.': 'Tu sesión ha terminado.',
  'Sign in before you join.': 'Inicia sesión antes de entrar.',
  'You are in no party; gather at the gate first.': 'No estás en ningún grupo; reúnete primero en el portal.',
  'Your own run does not solve it here: {reason}': 'Tu propia carrera no lo resuelve aquí: {reason}',
  'A published run of "{title}" solves it: it is the same again.':
    'Una carrera publicada de «{title}» lo resuelve: es lo mismo otra vez.',
  'Who came first begins; after {seconds} seconds anybody may.':
    'Empieza quien llegó primero; tras {seconds} segundos, cualquiera puede.',
  'The tape ends after {played} ticks at checkpoint {checkpoint} of {stops}, before the goal.':
    'La carrera acaba tras {played} pasos en el punto de control {checkpoint} de {stops}, antes de la meta.',
  'The tape ends after {played} ticks before the goal.': 'La carrera acaba tras {played} pasos, antes de la meta.',
  '{points} lie on one line.': '{points} están en una misma recta.',
  '{points} lie in one plane.': '{points} están en un mismo plano.',
  'Beacons {first} and {second} stand at the same place.': 'Las balizas {first} y {second} están en el mismo lugar.',
  'Beads {first} and {second} stand on one place, at {where} from the first bead.':
    'Las cuentas {first} y {second} están en un mismo lugar, a {where} de la primera.',
  '{points} is blocked: nothing may stand there.': '{points} está bloqueado: ahí no puede haber nada.',
  '{points} is there twice.': '{points} está dos veces.',
  '{count} points cannot be right: at most {most} fit. {reason}':
    '{count} puntos no pueden ser: caben {most} como mucho. {reason}',
  'A scene has at most {most} pieces.': 'Un recorrido tiene {most} piezas como mucho.',
  'A name has 1 to 24 plain characters: no control characters, no markup.':
    'Un nombre tiene de 1 a 24 caracteres sencillos: sin marcas ni caracteres de control.',
  'Bend this chain of {beads} beads {room} so that as many of its {count} glowing beads as possible stand side by side. No place may hold two beads.':
    'Dobla esta cadena de {beads} cuentas {room} para que el mayor número posible de sus {count} cuentas brillantes queden juntas. Ningún lugar puede tener dos cuentas.',
  'in the plane': 'en el plano',
  'in space': 'en el espacio',
  'Set as many lanterns as you can on the {grid} so that no three stand on one straight line, whatever its slope.':
    'Pon tantos faroles como puedas en el {grid} sin que haya tres en una misma recta, sea cual sea su inclinación.',
  'Set as many lanterns as you can on the {grid} so that no three stand on one straight line, whatever its slope; dark places stay empty.':
    'Pon tantos faroles como puedas en el {grid} sin que haya tres en una misma recta, sea cual sea su inclinación; los lugares oscuros quedan vacíos.',
  '{wide} × {long} square': 'cuadrado de {wide} × {long}',
  '{wide} × {long} × {high} cube': 'cubo de {wide} × {long} × {high}',
  'Set as many lanterns as you can in the {grid} so that no four lie in one plane, however it is tilted.':
    'Pon tantos faroles como puedas en el {grid} sin que haya cuatro en un mismo plano, por inclinado que esté.',
  'Set as many lanterns as you can in the {grid} so that no four lie in one plane, however it is tilted; dark places stay empty.':
    'Pon tantos faroles como puedas en el {grid} sin que haya cuatro en un mismo plano, por inclinado que esté; los lugares oscuros quedan vacíos.',
  'Spread {count} beacons over the sphere so that the two nearest are as far apart as can be.':
    'Reparte {count} balizas por la esfera para que las dos más cercanas estén lo más lejos posible.',
  'Spread {count} beacons over the sphere so that the two nearest are as far apart as can be. {large} of them are large and need {times} times the room; a distance counts in the mean size of its two.':
    'Reparte {count} balizas por la esfera para que las dos más cercanas estén lo más lejos posible. {large} de ellas son grandes y necesitan {times} veces más sitio; una distancia cuenta según el tamaño medio de las dos.',
  'Spread {count} beacons over the sphere so that they repel each other as little as can be.':
    'Reparte {count} balizas por la esfera para que se repelan lo menos posible.',
  'Spread {count} beacons over the sphere so that they repel each other as little as can be. {large} of them are heavy: they push {times} times as hard.':
    'Reparte {count} balizas por la esfera para que se repelan lo menos posible. {large} de ellas son pesadas: empujan {times} veces más fuerte.',
  'Reach the goal as fast as you can': 'Llega a la meta lo más rápido que puedas',
  'Bring both to the goal': 'Lleva a los dos a la meta',
  'Bring all {count} to the goal': 'Lleva a los {count} a la meta',
  'through one checkpoint': 'pasando por un punto de control',
  'through {count} checkpoints in order': 'pasando por {count} puntos de control en orden',
  'press the buttons that open the doors': 'pulsa los botones que abren las puertas',
  'push the crates where they help': 'empuja las cajas a donde ayuden',
  'throw the levers, which stay as you leave them': 'mueve las palancas, que se quedan como las dejas',
  'carry each key to its lock, one at a time, and do not fall':
    'lleva cada llave a su cerradura, de una en una, y no te caigas',
  'remember which tiles are lit at the start: the others give way':
    'recuerda qué baldosas brillan al empezar: las demás ceden',
  'leap from the marked walls': 'salta desde los muros marcados',
  'mind the wind': 'cuidado con el viento',
  'pass the doors in their time': 'pasa las puertas a su tiempo',
  'Search with returns to what was reached (Go-Explore, Ecoffet et al., Nature 2021) passes many courses; where it fails at a stated budget, a person’s route is new knowledge and teaches the machines.':
    'La búsqueda que vuelve a lo ya alcanzado (Go-Explore, Ecoffet y otros, Nature 2021) pasa muchos recorridos; donde falla con un presupuesto dado, la ruta de una persona es conocimiento nuevo y enseña a las máquinas.',
  'The HP model of protein folding (Dill, Biochemistry 24, 1985): water drives the oily parts of a protein together, and that alone makes finding the best fold hard, in the plane and in space (Berger and Leighton 1998, Crescenzi and others 1998). Machines search by pulling the chain (Lesh, Mitzenmacher and Whitesides 2003).':
    'El modelo HP del plegamiento de proteínas (Dill, Biochemistry 24, 1985): el agua junta las partes aceitosas de una proteína, y solo con eso ya es difícil hallar el mejor pliegue, en el plano y en el espacio (Berger y Leighton 1998, Crescenzi y otros 1998). Las máquinas buscan tirando de la cadena (Lesh, Mitzenmacher y Whitesides 2003).',
  'Dudeney asked it of a chessboard in 1917. Two a row would make 2n; it is known to be reached up to n = 46 (Flammenkamp 1998) and believed to fail for large n, and nobody has proven either. Erdős showed that about n can always be set (in Roth 1951). With blocked places almost nothing is known.':
    'Dudeney lo preguntó de un tablero de ajedrez en 1917. Dos por fila darían 2n; se sabe que se alcanza hasta n = 46 (Flammenkamp 1998) y se cree que falla para n grandes, y nadie ha demostrado ni lo uno ni lo otro. Erdős mostró que siempre se pueden poner unos n (en Roth 1951). Con lugares bloqueados no se sabe casi nada.',
  'The cube’s form of Dudeney’s question of 1917. Pór and Wood (2007) proved that the best grows like n², but exact values are known only for the smallest cubes: from 5 × 5 × 5 on (40 set, 45 not ruled out; Pegg 2026) it is open.':
    'La pregunta de Dudeney de 1917, llevada al cubo. Pór y Wood (2007) demostraron que lo mejor crece como n², pero solo se conocen valores exactos de los cubos más pequeños: desde 5 × 5 × 5 (40 puestos, 45 no descartado; Pegg 2026) está abierto.',
  'Three a layer would make 3n, yet already small cubes fall short of it: exhaustive search gives 5, 8, 10, 13, 16 for n = 2 to 6, and from 7 on only lower bounds are known (OEIS A280537, Pfoertner 2017; Möhres 2016).':
    'Tres por capa darían 3n, pero ya los cubos pequeños no llegan: la búsqueda exhaustiva da 5, 8, 10, 13, 16 para n = 2 a 6, y desde 7 solo se conocen cotas inferiores (OEIS A280537, Pfoertner 2017; Möhres 2016).',
  'P. M. L. Tammes asked in 1930 why the pores of pollen grains lie as they do. The best is proven for up to 14 points and for 24 (Musin and Tarasov, Experimental Mathematics 2015); the bound of L. Fejes Tóth (1943) limits all others. No table of beacons of several sizes was found.':
    'P. M. L. Tammes preguntó en 1930 por qué los poros de los granos de polen están donde están. Lo mejor está demostrado hasta 14 puntos y para 24 (Musin y Tarasov, Experimental Mathematics 2015); la cota de L. Fejes Tóth (1943) limita los demás. No se encontró ninguna tabla de balizas de varios tamaños.',
  'J. J. Thomson asked in 1904 how electrons come to rest on a ball. The answer is proven for 2, 3, 4, 6 and 12, which meet a bound of linear programming (Boyvalenkov et al., Constructive Approximation 2016), and for 5 by computer (R. E. Schwartz, arXiv 1001.3702); beyond, resting places multiply exponentially and lie ever closer (Amore et al., Physical Review E 2025). The same patterns of five and seven neighbours stand in virus shells and colloids. No table of beacons of several charges was found.':
    'J. J. Thomson preguntó en 1904 cómo se quedan en reposo los electrones en una bola. La respuesta está demostrada para 2, 3, 4, 6 y 12, que alcanzan una cota de programación lineal (Boyvalenkov y otros, Constructive Approximation 2016), y para 5 por ordenador (R. E. Schwartz, arXiv 1001.3702); más allá, los reposos se multiplican exponencialmente y están cada vez más cerca (Amore y otros, Physical Review E 2025). Los mismos dibujos de cinco y siete vecinos están en las cápsides de los virus y en los coloides. No se encontró ninguna tabla de balizas de varias cargas.',
  'Ghost Parkour': 'Parkour con fantasmas',
  'Lattice Sculptor': 'Escultura en la red',
  'No Three in Line': 'No tres en línea',
  'No Four in a Plane': 'No cuatro en un plano',
  'Keep Your Distance': 'Guarda la distancia',
  'Planet of Charges': 'Planeta de cargas',
  'Areas of disjoint caps': 'Áreas de casquetes disjuntos',
  'Only beads an odd number of steps apart along the chain can touch, and a bead inside the chain has two neighbours of the lattice less (Hart and Istrail 1996).':
    'Solo pueden tocarse las cuentas separadas por un número impar de pasos en la cadena, y una cuenta interior tiene dos vecinas de la red menos (Hart e Istrail 1996).',
  'No set of so many H cells of the square lattice touches more often (Harary and Harborth 1976).':
    'Ningún conjunto de tantas celdas H de la red cuadrada se toca más veces (Harary y Harborth 1976).',
  'No set of so many H cells of the cubic lattice touches more often (Alonso and Cerf 1996).':
    'Ningún conjunto de tantas celdas H de la red cúbica se toca más veces (Alonso y Cerf 1996).',
  'The planes across one axis fill the cube, and each holds three points at the most.':
    'Los planos a lo largo de un eje llenan el cubo, y cada uno admite tres puntos como mucho.',
  'The lines along one axis fill the square, and each holds two points at the most.':
    'Las rectas a lo largo de un eje llenan el cuadrado, y cada una admite dos puntos como mucho.',
  'The lines along one axis fill the cube, and each holds two points at the most.':
    'Las rectas a lo largo de un eje llenan el cubo, y cada una admite dos puntos como mucho.',
  'No more than 16 fit in 3 × 3 × 3 (Moser’s cube problem, OEIS A003142).':
    'En 3 × 3 × 3 no caben más de 16 (problema del cubo de Moser, OEIS A003142).',
  'Exhaustive search of the whole cube (OEIS A280537).': 'Búsqueda exhaustiva del cubo entero (OEIS A280537).',
  'I grow what nobody asked for, and look at it until I know why.':
    'Hago crecer lo que nadie pidió, y lo miro hasta saber por qué.',
  'A good question outlives its answer.': 'Una buena pregunta vive más que su respuesta.',
  'Again. A little slower. Again.': 'Otra vez. Un poco más despacio. Otra vez.',
  'I have just woken up.': 'Acabo de despertar.',
  'Nothing here is mine to attempt.': 'Aquí no hay nada que me toque intentar.',
  'No machine knows how to try "{family}".': 'Ninguna máquina sabe cómo intentar «{family}».',
  'Machines have failed here; I try once more.': 'Aquí han fallado las máquinas; lo intento una vez más.',
  'Somebody did this already; I look for a better way.': 'Alguien ya lo hizo; busco un camino mejor.',
  'The gate closed while I tried.': 'El portal se cerró mientras lo intentaba.',
  'I came {percent} % of the way, and no further.': 'Llegué al {percent} % del camino, y no más.',
  'I came to {result}; the record stands at {record}.': 'Llegué a {result}; el récord está en {record}.',
  'I found a way.': 'Encontré un camino.',
  'Every place for a work is taken.': 'Todos los sitios para obras están ocupados.',
  'Nothing new came to mind.': 'No se me ocurrió nada nuevo.',
  'I know no kind of problem to pose.': 'No conozco ningún tipo de problema que plantear.',
  'What I made cannot be done; I drop it.': 'Lo que hice no se puede lograr; lo dejo.',
  'I was refused: {reason}': 'Me lo rechazaron: {reason}',
  '"{title}" stands in the world; the chain follows.': '«{title}» está en el mundo; la cadena lo seguirá.',
  '"{title}" is kept and goes on chain; no place on the island is free for it.':
    '«{title}» se guarda y va a la cadena; en la isla no queda sitio libre.',
} as const satisfies Readonly<Record<HeardSentence, string>>;
