namespace SynapseLab.Engine.Evaluation;

/// <summary>Splits rows for cross-validation: fold of each row, 0 … k − 1. Same seed, same folds.</summary>
internal static class Folds
{
    /// <summary>Each class is shuffled and dealt over the folds in turn, so that sizes differ by at most one, and a class of 2 or more lies in more than one.</summary>
    public static int[] Stratified(ReadOnlySpan<int> classes, int foldCount, ulong seed)
    {
        SeededRandom random = new(seed);
        int[] folds = new int[classes.Length];
        int next = 0;
        foreach (IGrouping<int, int> members in Enumerable.Range(0, classes.Length).GroupBy(ClassOf(classes)).OrderBy(members => members.Key))
        {
            int[] rows = [.. members];
            foreach (int place in random.Sample(rows.Length, rows.Length))
            {
                folds[rows[place]] = next++ % foldCount;
            }
        }
        return folds;
    }

    /// <summary>Rows outside and inside a fold, increasing.</summary>
    public static (int[] Training, int[] Test) Split(int[] folds, int fold)
    {
        ILookup<bool, int> rows = Enumerable.Range(0, folds.Length).ToLookup(i => folds[i] == fold);
        return ([.. rows[false]], [.. rows[true]]);
    }

    private static Func<int, int> ClassOf(ReadOnlySpan<int> classes)
    {
        int[] copy = classes.ToArray();
        return i => copy[i];
    }
}
