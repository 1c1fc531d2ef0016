namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module from one input to a result.</summary>
        public abstract class Module<T, TResult>(string name) : Module(name)
        {
            /// <summary>The computation; callers use <see cref="call"/>.</summary>
            public abstract TResult forward(T input);

            /// <summary>Runs the module.</summary>
            public TResult call(T input) => forward(input);
        }

        /// <summary>A module from two inputs to a result.</summary>
        public abstract class Module<T1, T2, TResult>(string name) : Module(name)
        {
            /// <summary>The computation; callers use <see cref="call"/>.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Runs the module.</summary>
            public TResult call(T1 input1, T2 input2) => forward(input1, input2);
        }
    }
}
