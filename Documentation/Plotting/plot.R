# The standard pictures of a folder of results, in R without any package.
#
# Rscript plot.R FOLDER [OUTPUT]: of a run ettr.png, time.png and faults.png, of a sweep sweep.png,
# in the folder OUTPUT (default: the working directory).

# Okabe and Ito, "Color Universal Design": told apart by people who see few colours.
blue <- "#0072B2"
vermilion <- "#D55E00"
skyBlue <- "#56B4E9"
ink <- "#333333"
series <- c(blue, "#E69F00", "#009E73", vermilion, "#CC79A7", skyBlue)

# The states of summary.csv, `<state>_hours`: together they are the wall time.
states <- c(
  productive = "#88CCEE", lost_work = "#CC6677", restart = "#332288",
  checkpoint_save = "#DDCC77", detection = "#882255", diagnosis = "#AA4499",
  replacement = "#117733", starved = "#555555", load = "#44AA99", degraded = "#BBBBBB",
  planned = "#999933")

# How the effective training time is distributed over the replications.
ettr <- function(folder) {
  values <- 100 * na.omit(read.csv(file.path(folder, "replications.csv"))$ettr)
  par(mar = c(4.5, 4.5, 5, 1), las = 1)
  hist(values, breaks = "FD", col = skyBlue, border = "white", main = "",
       xlab = "Effective training time (% of the wall time)", ylab = "Replications")
  title("Effective training time (ETTR) over replications", adj = 0, line = 3.2)
  marks <- c("5 %" = quantile(values, 0.05, names = FALSE), mean = mean(values),
             "95 %" = quantile(values, 0.95, names = FALSE))
  abline(v = marks, col = ink, lty = c(2, 1, 2))
  for (i in seq_along(marks)) {
    mtext(sprintf("%s: %.2f %%", names(marks)[i], marks[i]), at = marks[i],
          line = if (i == 2) 1.2 else 0.2, cex = 0.85)
  }
}

# Where the time went: the whole, and below it what was lost.
time <- function(folder) {
  summary <- read.csv(file.path(folder, "summary.csv"))
  hours <- setNames(summary$mean[match(paste0(names(states), "_hours"), summary$metric)],
                    names(states))
  hours <- sort(hours[!is.na(hours) & hours > 0], decreasing = TRUE)
  shares <- 100 * hours / sum(hours)
  lost <- rev(shares[names(shares) != "productive"])
  layout(1:2, heights = c(2, 3))
  par(mar = c(3, 9, 4, 1), las = 1)
  barplot(as.matrix(shares), horiz = TRUE, col = states[names(shares)], border = "white",
          xlim = c(0, 100))
  title("Where the time went", adj = 0, line = 2)
  if ("productive" %in% names(shares)) {
    mtext(sprintf("productive: %.2f %%, %.1f h", shares[["productive"]], hours[["productive"]]),
          adj = 0, line = 0.3)
  }
  if (length(lost) == 0) return(invisible())
  par(mar = c(4.5, 9, 2, 1))
  places <- barplot(lost, horiz = TRUE, col = states[names(lost)], border = NA,
                    names.arg = sub("save$", "saves", gsub("_", " ", names(lost))), xlim = c(0, 1.25 * max(lost)),
                    xlab = "Share of the wall time (%)")
  title("What was lost", adj = 0, font.main = 1, cex.main = 1)
  text(lost, places, sprintf(" %.2f %%, %.1f h", lost, hours[names(lost)]), adj = 0)
}

# The faults of the job by class, with what was published about them.
faults <- function(folder) {
  table <- read.csv(file.path(folder, "faults.csv"))
  table <- table[order(table$simulated), ]
  rows <- seq_len(nrow(table))
  isPublished <- any(!is.na(table$published))
  # Half an inch a dozen of characters.
  par(mar = c(4.5, 2 + max(nchar(table$title)) / 2.1, 4, 1), las = 1)
  plot(NA, xlim = range(0, table$simulated_p95, table$published, na.rm = TRUE), ylim = range(rows),
       yaxt = "n", ylab = "", xlab = "Faults of the job in one run", bty = "n")
  axis(2, rows, table$title, tick = FALSE)
  segments(table$simulated_p05, rows, table$simulated_p95, col = adjustcolor(blue, 0.35), lwd = 6)
  points(table$simulated, rows, pch = 19, col = blue)
  points(table$published, rows, pch = 5, col = vermilion, cex = 1.4, lwd = 2)
  title("Failures by class", adj = 0, line = 2.4)
  legend("topleft", c("simulated: mean, 5 % to 95 %", if (isPublished) "published"), bty = "n",
         pch = c(19, 5), col = c(blue, vermilion), horiz = TRUE, xpd = NA,
         inset = c(0, -0.05 - 1 / (nrow(table) + 10)))
}

# The effective training time over the first path of numbers, a line for each other value.
sweep <- function(folder) {
  # The paths keep their dots and whatever else is in them.
  table <- read.csv(file.path(folder, "sweep.csv"), check.names = FALSE)
  table <- table[table$metric == "ettr", ]
  paths <- names(table)[(which(names(table) == "point") + 1):(which(names(table) == "metric") - 1)]
  numbers <- grep("_(seconds|value)$", paths, value = TRUE)
  if (length(numbers) == 0) stop("nothing that varies is a number")
  vary <- vapply(numbers, function(name) length(unique(table[[name]])) > 1, NA)
  abscissa <- c(numbers[vary], numbers)[1]
  path <- sub("_(seconds|value)$", "", abscissa)
  # Not those that are the same, or change in step with the abscissa.
  others <- Filter(function(name) {
    any(tapply(table[[name]], table[[abscissa]], function(values) length(unique(values))) > 1)
  }, setdiff(paths, c(numbers, path)))
  longest <- max(table[[abscissa]], na.rm = TRUE)
  units <- data.frame(name = c("s", "min", "h", "d"), seconds = c(1, 60, 3600, 86400),
                      most = c(300, 10800, 432000, Inf))
  unit <- units[which(longest <= units$most)[1], ]
  isDuration <- grepl("_seconds$", abscissa)
  table$x <- table[[abscissa]] / if (isDuration) unit$seconds else 1
  table <- table[!is.na(table$x), ]
  table$series <- do.call(paste, c(
    lapply(others, function(name) paste0(name, "=", table[[name]])), list(""), sep = " "))
  names <- unique(table$series)
  isLogarithmic <- min(table$x) > 0 && max(table$x) / min(table$x) >= 10
  par(mar = c(4.5, 4.5, if (length(others)) 4 + length(names) * 0.9 else 4, 1), las = 1)
  plot(NA, xlim = range(table$x), log = if (isLogarithmic) "x" else "",
       ylim = 100 * range(table$mean, table$ci95_low, table$ci95_high, na.rm = TRUE),
       xlab = if (isDuration) paste0(path, " (", unit$name, ")") else path,
       ylab = "Effective training time (% of the wall time)", bty = "l")
  grid(col = "#E5E5E5", lty = 1, equilogs = FALSE)
  for (i in seq_along(names)) {
    rows <- table[table$series == names[i], ]
    rows <- rows[order(rows$x), ]
    colour <- series[(i - 1) %% 6 + 1]
    polygon(c(rows$x, rev(rows$x)), 100 * c(rows$ci95_low, rev(rows$ci95_high)),
            col = adjustcolor(colour, 0.25), border = NA)
    lines(rows$x, 100 * rows$mean, type = "o", col = colour, pch = 14 + i, lwd = 2)
  }
  top <- if (length(others)) 2 + length(names) * 0.9 else 2
  title(paste("Effective training time (ETTR) over", path), adj = 0, line = top)
  mtext("band: 95 % confidence interval of the mean", adj = 1, line = 0.2, cex = 0.8)
  if (length(others)) {
    for (i in seq_along(names)) {
      mtext(paste0("\u25A0 ", names[i]), adj = 0, line = top - 0.9 * i - 0.6,
            col = series[(i - 1) %% 6 + 1], cex = 0.9)
    }
  }
}

arguments <- commandArgs(trailingOnly = TRUE)
if (!length(arguments) %in% 1:2) stop("usage: Rscript plot.R FOLDER [OUTPUT]")
output <- if (length(arguments) == 2) arguments[2] else "."
dir.create(output, recursive = TRUE, showWarnings = FALSE)
pictures <- if (file.exists(file.path(arguments[1], "sweep.csv"))) {
  list(sweep = sweep)
} else {
  list(ettr = ettr, time = time, faults = faults)
}
for (name in names(pictures)) {
  png(file.path(output, paste0(name, ".png")), 1200, 800, res = 130, type = "cairo")
  pictures[[name]](arguments[1])
  invisible(dev.off())
}
