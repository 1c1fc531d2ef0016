namespace TorchSharp;

/// <summary>
/// Disposes every tensor made on this thread while it is the innermost scope, unless the tensor is moved out or detached.
/// Scopes nest; dispose them on the thread that made them, innermost first.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic]
    private static DisposeScope? t_current;

    private readonly DisposeScope? _outer;
    private HashSet<IDisposable> _disposables = new(ReferenceEqualityComparer.Instance);
    private bool _isDisposed;

    internal DisposeScope()
    {
        _outer = t_current;
        t_current = this;
    }

    /// <summary>How many tensors the scope would dispose now.</summary>
    public int DisposablesCount => _disposables.Count;

    /// <summary>The innermost scope of this thread.</summary>
    internal static DisposeScope? Current => t_current;

    /// <summary>Whether the scope would dispose it.</summary>
    public bool Contains(IDisposable disposable) => _disposables.Contains(disposable);

    /// <summary>Hands something over to the scope.</summary>
    public void Attach(IDisposable disposable) => AddTo(this, disposable);

    /// <summary>Takes it out of the scope; from here the caller disposes it.</summary>
    public T Detach<T>(T disposable)
        where T : IDisposable
        => MoveToOther(null, disposable);

    /// <summary>Lets it live until the enclosing scope ends; without one, as <see cref="Detach{T}"/>.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
        => MoveToOther(_outer, disposable);

    /// <summary>Moves it to another scope, or out of all of them when that is null.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        if (_disposables.Remove(disposable))
        {
            AddTo(scope, disposable);
        }

        return disposable;
    }

    /// <summary>Disposes what the scope holds now; the scope goes on.</summary>
    public void DisposeEverything() => DisposeEverythingBut();

    /// <summary>Disposes what the scope holds now, except for these, which it keeps.</summary>
    public void DisposeEverythingBut(params IDisposable[] keep)
    {
        HashSet<IDisposable> doomed = _disposables;
        _disposables = new HashSet<IDisposable>(keep.Where(doomed.Contains), ReferenceEqualityComparer.Instance);
        foreach (IDisposable disposable in doomed)
        {
            if (!_disposables.Contains(disposable))
            {
                disposable.Dispose();
            }
        }
    }

    /// <summary>Disposes what the scope holds and makes the enclosing scope current again.</summary>
    /// <exception cref="InvalidOperationException">An inner scope of this thread is still open.</exception>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        if (t_current != this)
        {
            throw new InvalidOperationException("A dispose scope must be disposed on its own thread, after the scopes that were opened inside it.");
        }

        _isDisposed = true;
        t_current = _outer;
        DisposeEverything();
    }

    internal void Add(torch.Tensor tensor) => _disposables.Add(tensor);

    internal void Forget(IDisposable disposable) => _disposables.Remove(disposable);

    private static void AddTo(DisposeScope? scope, IDisposable disposable)
    {
        scope?._disposables.Add(disposable);
        if (disposable is torch.Tensor tensor)
        {
            tensor.OwningScope = scope;
        }
    }
}
