# The standard pictures of a folder of results, by gnuplot 5.4 or later.
#
# gnuplot -c plot.gp FOLDER [OUTPUT]: of a run ettr.png, time.png and faults.png, of a sweep
# sweep.png, in the folder OUTPUT (default: the working directory).

if (ARGC < 1) { print "usage: gnuplot -c plot.gp FOLDER [OUTPUT]"; exit status 1 }
folder = ARG1
output = ARGC > 1 ? ARG2 : "."
is_there(name) = system("test -e '".folder."/".name."' && echo 1 || echo 0") + 0
system("mkdir -p '".output."'")

set datafile separator comma
set datafile columnheaders
set terminal pngcairo size 1200,800 fontscale 1.3 background "white"
set encoding utf8
set border 3 linecolor "#888888"
set tics nomirror textcolor "#333333"
set title offset graph 0, 0
# Okabe and Ito, "Color Universal Design": told apart by people who see few colours.
array colours[6] = ["#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9"]
blue = colours[1]; vermilion = colours[4]; sky_blue = colours[6]; ink = "#333333"
rgb(text) = int("0x".text[2:7])
ends(text, end) = strlen(text) > strlen(end) && text[strlen(text) - strlen(end) + 1:*] eq end
is_number(name) = ends(name, "_seconds") || ends(name, "_value")

if (is_there("sweep.csv")) {
  # The effective training time over the first path of numbers, a line for each other value.
  file = folder."/sweep.csv"
  header = system("head -n 1 '".file."' | tr ',' ' '")
  abscissa = ""; path = ""; other = ""
  do for [i=3:words(header)] {
    name = word(header, i)
    if (name eq "metric") { break }
    if (abscissa eq "" && is_number(name)) { abscissa = name }
  }
  if (abscissa eq "") { print "nothing that varies is a number"; exit status 1 }
  is_duration = ends(abscissa, "_seconds")
  path = abscissa[1:strlen(abscissa) - strlen(is_duration ? "_seconds" : "_value")]
  # The others as they were given.
  do for [i=3:words(header)] {
    name = word(header, i)
    if (name eq "metric" || name eq abscissa) { break }
    if (name ne path && !is_number(name)) { other = other." ".name }
  }
  series(dummy) = words(other) == 0 ? "" : \
    words(other) == 1 ? word(other, 1)."=".stringcolumn(word(other, 1)) : \
    word(other, 1)."=".stringcolumn(word(other, 1))." ".word(other, 2)."=".stringcolumn(word(other, 2))
  is_ettr(dummy) = stringcolumn("metric") eq "ettr"
  names = ""
  add(name) = strstrt(names, '"'.name.'"') ? 0 : (names = names.' "'.name.'"', 0)
  stats file using (is_ettr(0) ? add(series(0)) : NaN) nooutput
  stats file using (is_ettr(0) ? column(abscissa) : NaN) nooutput name "x"
  scale = !is_duration ? 1 : x_max <= 300 ? 1 : x_max <= 10800 ? 60 : x_max <= 432000 ? 3600 : 86400
  unit = !is_duration ? "" : \
    scale == 1 ? " (s)" : scale == 60 ? " (min)" : scale == 3600 ? " (h)" : " (d)"
  set output output."/sweep.png"
  set title "Effective training time (ETTR) over ".path noenhanced
  set xlabel path.unit noenhanced
  set ylabel "Effective training time (% of the wall time)"
  set key tmargin left Left reverse horizontal noenhanced
  set grid linecolor "#E5E5E5"
  if (x_min > 0 && x_max / x_min >= 10) {
    set logscale x
    set xtics add (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
  }
  set xrange [x_min / scale : x_max / scale]
  of(i, value) = is_ettr(0) && series(0) eq word(names, i) ? value : NaN
  # Rows of other metrics and lines stand between those of a line: a table without them joins them.
  do for [i=1:words(names)] {
    eval sprintf("set table $line%d", i)
    plot file using (of(i, column(abscissa) / scale)):(100 * column("mean")): \
      (100 * column("ci95_low")):(100 * column("ci95_high")) with table \
      if (is_ettr(0) && series(0) eq word(names, i))
    unset table
  }
  set datafile separator whitespace
  set datafile nocolumnheaders
  colour(i) = rgb(colours[(i - 1) % 6 + 1])
  line(i) = sprintf("$line%d", i)
  commands = ""
  do for [i=1:words(names)] {
    commands = commands.sprintf("%s $line%d using 1:3:4 with filledcurves fillcolor rgb %d fillstyle transparent solid 0.25 noborder notitle, $line%d using 1:2 with linespoints linewidth 2 pointtype %d linecolor rgb %d title '%s'", i > 1 ? "," : "plot", i, colour(i), i, 4 + i, colour(i), words(other) ? word(names, i) : "mean, 95 % confidence interval")
  }
  eval commands
  exit
}

# How the effective training time is distributed over the replications.
file = folder."/replications.csv"
stats file using (100 * column("ettr")) nooutput name "ettr"
bins = 30
width = ettr_max > ettr_min ? (ettr_max - ettr_min) / bins : 0.01
bin(x) = ettr_min + width * (floor((x - ettr_min) / width) + 0.5)
mark(name) = real(system("awk -F, '$2 == \"ettr\" { print $".name." }' '".folder."/summary.csv'")) * 100
set output output."/ettr.png"
set title "Effective training time (ETTR) over replications" offset 0, 2
set tmargin 6
set xlabel "Effective training time (% of the wall time)"
set ylabel "Replications"
set yrange [0:*]
set style fill solid 1 border linecolor "white"
# In summary.csv: 4 is the mean, 10 and 14 are the 5 % and 95 % quantiles.
mean = mark("4"); low = mark("10"); high = mark("14")
do for [i=1:3] {
  x = i == 1 ? low : i == 2 ? mean : high; dash = i == 2 ? 1 : 2
  set arrow i from first x, graph 0 to first x, graph 1 nohead front linecolor rgb ink dashtype dash
  set label i sprintf("%s: %.2f %%", i == 1 ? "5 %" : i == 2 ? "mean" : "95 %", x) \
    at first x, graph 1 offset 0, (i == 2 ? 1.7 : 0.6) center
}
plot file using (bin(100 * column("ettr"))):(1) smooth frequency with boxes fillcolor rgb sky_blue notitle
unset arrow; unset label; set autoscale; unset tmargin

# Where the time went: the whole, and below it what was lost.
states = "productive lost_work restart checkpoint_save replacement detection diagnosis starved load degraded planned"
tints = "#88CCEE #CC6677 #332288 #DDCC77 #117733 #882255 #AA4499 #555555 #44AA99 #BBBBBB #999933"
file = folder."/summary.csv"
array hours[words(states)]
all = 0
do for [i=1:words(states)] {
  stats file using (stringcolumn("metric") eq word(states, i)."_hours" ? column("mean") : NaN) nooutput name "state"
  hours[i] = state_records > 0 ? state_sum : 0
  all = all + hours[i]
}
set output output."/time.png"
set multiplot
unset key
set title "Where the time went" offset 0, 1.5
unset ylabel; unset xlabel; unset ytics
set lmargin at screen 0.2; set rmargin at screen 0.95
set tmargin at screen 0.86; set bmargin at screen 0.72
set xrange [0:100]; set yrange [0:1]
set label 1 sprintf("productive: %.2f %%, %.1f h", 100 * hours[1] / all, hours[1]) at graph 0, graph 1 offset 0, 0.7
left = 0.0
do for [i=1:words(states)] {
  right = left + 100 * hours[i] / all
  if (right > left) {
    set object i rectangle from left, 0 to right, 1 fillcolor rgb word(tints, i) fillstyle solid 1 border rgb "white"
  }
  left = right
}
plot NaN notitle
unset label; unset object
set title "What was lost" offset 0, 0
set xlabel "Share of the wall time (%)"
set tmargin at screen 0.55; set bmargin at screen 0.12
most = 0.0; row = 0
do for [i=2:words(states)] { if (hours[i] > most) { most = hours[i] } }
set ytics ("" 0) scale 0 noenhanced textcolor rgb ink
do for [i=2:words(states)] {
  if (hours[i] > 0) {
    row = row + 1
    share = 100 * hours[i] / all
    name = system("echo '".word(states, i)."' | tr _ ' '")
    set ytics add (name row)
    set object i rectangle from 0, row - 0.38 to share, row + 0.38 fillcolor rgb word(tints, i) fillstyle solid 1 noborder
    set label i sprintf("%.2f %%, %.1f h", share, hours[i]) at share, row offset 0.7, 0
  }
}
set xrange [0:most > 0 ? 125 * most / all : 1]; set yrange [row + 0.6:0.4]
plot NaN notitle
unset multiplot
unset label; unset object
unset lmargin; unset rmargin; unset tmargin; unset bmargin

# The faults of the job by class, with what was published about them.
file = folder."/faults.csv"
set output output."/faults.png"
set title "Failures by class" offset 0, 0
set xlabel "Faults of the job in one run"
set xrange [0:*]; set yrange [*:*] reverse
unset ytics; set ytics scale 0 noenhanced textcolor rgb ink
set grid xtics linecolor "#E5E5E5"
set key tmargin left Left reverse horizontal width 2
set offsets 0, 0, 0.6, 0.6
plot file using (column("simulated_p05")):0:(column("simulated_p95") - column("simulated_p05")):(0) \
    with vectors nohead linewidth 8 linecolor rgb "#A6CCE4" notitle, \
  file using (column("simulated")):0:ytic(stringcolumn("title")) with points pointtype 7 pointsize 1.3 linecolor rgb blue title "simulated: mean, 5 % to 95 %", \
  file using (column("published")):0 with points pointtype 12 pointsize 2.6 linewidth 2 linecolor rgb vermilion title "published"
