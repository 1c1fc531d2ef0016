using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Torch;

public sealed class DisposeScopeTests
{
    [Fact]
    public void Dispose_OfScope_DisposesWhatWasMadeInside()
    {
        Tensor made;
        using (NewDisposeScope())
        {
            made = zeros(2);
        }

        Assert.True(made.IsInvalid);
    }

    [Fact]
    public void MoveToOuterDisposeScope_LivesUntilTheOuterScopeEnds()
    {
        Tensor moved;
        using (NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                moved = zeros(2).MoveToOuterDisposeScope();
            }

            Assert.False(moved.IsInvalid);
        }

        Assert.True(moved.IsInvalid);
    }

    [Fact]
    public void DetachFromDisposeScope_OutlivesEveryScope()
    {
        Tensor detached;
        using (NewDisposeScope())
        {
            detached = zeros(2).DetachFromDisposeScope();
        }

        Assert.False(detached.IsInvalid);
        detached.Dispose();
    }

    [Fact]
    public void MoveToOtherDisposeScope_IsDisposedByThatScope()
    {
        using DisposeScope outer = NewDisposeScope();
        Tensor moved;
        using (NewDisposeScope())
        {
            using DisposeScope inner = NewDisposeScope();
            moved = zeros(2).MoveToOtherDisposeScope(outer);
        }

        Assert.True(outer.Contains(moved));
        Assert.False(moved.IsInvalid);
    }

    [Fact]
    public void DisposeEverythingBut_KeepsTheGivenTensor()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor kept = zeros(2);
        Tensor gone = zeros(2);
        scope.DisposeEverythingBut(kept);
        Assert.False(kept.IsInvalid);
        Assert.True(gone.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Dispose_BeforeAnInnerScope_IsAnError()
    {
        DisposeScope outer = NewDisposeScope();
        DisposeScope inner = NewDisposeScope();
        Assert.Throws<InvalidOperationException>(outer.Dispose);
        inner.Dispose();
        outer.Dispose();
    }

    [Fact]
    public void Dispose_OfATensorTwice_DoesNoHarm()
    {
        Tensor made = zeros(2);
        made.Dispose();
        made.Dispose();
        Assert.Equal("(disposed)", made.ToString());
    }

    [Fact]
    public void Use_AfterDispose_IsAnObjectDisposedException()
    {
        Tensor made = zeros(2);
        made.Dispose();
        Assert.Throws<ObjectDisposedException>(() => made.exp());
        Assert.Throws<ObjectDisposedException>(() => made.shape);
        using Tensor other = zeros(2);
        Assert.Throws<ObjectDisposedException>(() => other.add(made));
        Assert.Throws<ObjectDisposedException>(() => cat([other, made]));
    }

    [Fact]
    public void Accessor_AfterDispose_IsAnObjectDisposedException()
    {
        Tensor made = zeros(2);
        var elements = made.data<float>();
        made.Dispose();
        Assert.Throws<ObjectDisposedException>(() => elements[0]);
    }
}
