# uwot's side of `SynapseLab.Benchmarks evaluation`: writes the picture and the least of nine durations. Arguments: folder threads.
suppressMessages(library(uwot))
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
x <- as.matrix(read.csv(file.path(folder, "x.csv"), header = FALSE))
seconds <- Inf
for (i in 1:9) {
  set.seed(42)
  took <- system.time(picture <- umap(x, n_neighbors = 15, min_dist = 0.1, n_threads = as.integer(arguments[2]), n_sgd_threads = 1))[["elapsed"]]
  seconds <- min(seconds, took)
}
write.table(picture, file.path(folder, "umap.csv"), sep = ",", row.names = FALSE, col.names = FALSE)
writeLines(format(seconds, digits = 6), file.path(folder, "umap.seconds"))
