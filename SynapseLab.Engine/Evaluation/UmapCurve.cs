namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// The similarity in the picture, φ(d) = 1 / (1 + a·d²ᵇ), fitted to 1 for d ≤ min_dist and exp(−(d − min_dist) / spread) beyond (McInnes,
/// Healy and Melville 2018, §3.2, definition 11), by damped Gauss–Newton on 300 points of [0, 3·spread].
/// </summary>
internal readonly record struct UmapCurve(double A, double B)
{
    private const int PointCount = 300;
    private const int LargestStepCount = 200;
    private const double LargestDamping = 1e12; // steps have become too small to change anything

    /// <summary>The curve for these two distances, both in units of the picture.</summary>
    public static UmapCurve Fit(double minDist, double spread)
    {
        UmapCurve curve = new(1, 1);
        double damping = 1e-3, error = curve.SquaredError(minDist, spread);
        for (int i = 0; i < LargestStepCount && damping < LargestDamping; i++)
        {
            UmapCurve next = curve.Step(minDist, spread, damping);
            double nextError = next.A > 0 && next.B > 0 ? next.SquaredError(minDist, spread) : double.PositiveInfinity;
            (curve, error, damping) = nextError < error ? (next, nextError, damping / 10) : (curve, error, damping * 10);
        }
        return curve;
    }

    private static (double Distance, double Target) Point(int i, double minDist, double spread)
    {
        double distance = 3 * spread * i / (PointCount - 1);
        return (distance, distance < minDist ? 1 : Math.Exp(-(distance - minDist) / spread));
    }

    private double SquaredError(double minDist, double spread)
    {
        double sum = 0;
        for (int i = 0; i < PointCount; i++)
        {
            (double distance, double target) = Point(i, minDist, spread);
            double residual = target - (1 / (1 + (A * Math.Pow(distance, 2 * B))));
            sum += residual * residual;
        }
        return sum;
    }

    private UmapCurve Step(double minDist, double spread, double damping)
    {
        double aa = 0, ab = 0, bb = 0, ar = 0, br = 0; // normal equations
        for (int i = 1; i < PointCount; i++)
        {
            (double distance, double target) = Point(i, minDist, spread);
            double power = Math.Pow(distance, 2 * B);
            double value = 1 / (1 + (A * power));
            double byA = -power * value * value;
            double byB = 2 * A * Math.Log(distance) * byA;
            double residual = target - value;
            aa += byA * byA;
            ab += byA * byB;
            bb += byB * byB;
            ar += byA * residual;
            br += byB * residual;
        }
        aa *= 1 + damping;
        bb *= 1 + damping;
        double determinant = (aa * bb) - (ab * ab);
        return new UmapCurve(A + (((bb * ar) - (ab * br)) / determinant), B + (((aa * br) - (ab * ar)) / determinant));
    }
}
