namespace SynapseLab.Engine.Diagnosis;

/// <summary>Knows one illness.</summary>
internal interface IDiagnosisRule
{
    /// <summary>Looks at the evidence alone: no clock, no memory of earlier visits.</summary>
    /// <returns>Null where the illness is not there, or where the evidence does not suffice to say so.</returns>
    RunDiagnosis? Examine(RunEvidence evidence);
}
