# Writes what pROC, boot and stats of R say of the rows that make_reference.py wrote.
suppressMessages({ library(pROC); library(boot) })

facts <- data.frame(name = character(), value = character())
fact <- function(name, value) facts[nrow(facts) + 1, ] <<- list(name, format(as.numeric(value), digits = 17))

area <- function(label, score) {
  ranks <- rank(score)
  positives <- sum(label == 1)
  (sum(ranks[label == 1]) - positives * (positives + 1) / 2) / (positives * (length(label) - positives))
}

for (name in c("binary", "binary-ties")) {
  rows <- read.csv(paste0(name, ".csv"))
  challenger <- roc(rows$label, rows$challenger, direction = "<", quiet = TRUE)
  champion <- roc(rows$label, rows$champion, direction = "<", quiet = TRUE)
  test <- roc.test(challenger, champion, method = "delong", paired = TRUE)
  fact(paste0("delong/", name, "/challenger"), auc(challenger))
  fact(paste0("delong/", name, "/champion"), auc(champion))
  fact(paste0("delong/", name, "/z"), test$statistic)
  fact(paste0("delong/", name, "/different"), test$p.value)
}

rows <- read.csv("binary.csv")
set.seed(1)
difference <- function(rows, index) area(rows$label[index], rows$challenger[index]) - area(rows$label[index], rows$champion[index])
replicates <- boot(rows, difference, R = 50000)
interval <- boot.ci(replicates, conf = 0.9, type = "bca", L = empinf(data = rows, statistic = difference, type = "jack", stype = "i"))
fact("bca/roc_auc/lower", interval$bca[4])
fact("bca/roc_auc/upper", interval$bca[5])
fact("bca/roc_auc/error", sd(replicates$t))

rows <- read.csv("regression-ties.csv")
clusters <- split(seq_len(nrow(rows)), rows$cluster)
ofclusters <- function(data, index) {
  chosen <- rows[unlist(clusters[index]), ]
  mean(abs(chosen$champion - chosen$label)) - mean(abs(chosen$challenger - chosen$label))
}
replicates <- boot(seq_along(clusters), ofclusters, R = 50000)
interval <- boot.ci(replicates, conf = 0.9, type = "bca", L = empinf(data = seq_along(clusters), statistic = ofclusters, type = "jack", stype = "i"))
fact("bca/clusters/lower", interval$bca[4])
fact("bca/clusters/upper", interval$bca[5])
fact("bca/clusters/error", sd(replicates$t))

# With zeros, R tests and estimates the differences that are not zero.
for (name in c("regression", "regression-ties")) {
  rows <- read.csv(paste0(name, ".csv"))
  losses <- abs(rows$champion - rows$label) - abs(rows$challenger - rows$label)
  losses <- losses[losses != 0]
  test <- wilcox.test(losses, conf.int = TRUE, conf.level = 0.9, exact = name == "regression", correct = FALSE, tol.root = 1e-12)
  fact(paste0("wilcoxon/", name, "/differing"), length(losses))
  fact(paste0("wilcoxon/", name, "/lower"), test$conf.int[1])
  fact(paste0("wilcoxon/", name, "/upper"), test$conf.int[2])
  fact(paste0("wilcoxon/", name, "/median"), test$estimate)
}

write.csv(facts, "r.csv", row.names = FALSE, quote = FALSE)
