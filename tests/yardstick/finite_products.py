"""The second half of the table of `finite_sums`: products, recurrences, double sums, trigonometry, bounds, integers."""

from __future__ import annotations

PRODUCTS = """
# products: n m natural; k j index; x a b real; p q positive
product(k + 2, k, 1, n) = factorial(n + 2)/2 <> factorial(n + 1)/2
product(2*k + 1, k, 0, n) = factorial(2*n + 1)/(2**n*factorial(n)) <> factorial(2*n + 1)/(2**(n + 1)*factorial(n))
product(4*k - 2, k, 1, n) = factorial(2*n)/factorial(n) <> factorial(2*n)/factorial(n)**2
product(k**2, k, 1, n) = factorial(n)**2 <> factorial(n)
product(k/(k + 2), k, 1, n) = 2/((n + 1)*(n + 2)) <> 1/((n + 1)*(n + 2))
product(1 - 1/k, k, 2, n + 1) = 1/(n + 1) <> 1/(n + 2)
product(1 - 1/k**2, k, 2, n + 1) = (n + 2)/(2*(n + 1)) <> (n + 2)/(n + 1)
product(1 - 4/(2*k - 1)**2, k, 1, n) = (1 + 2*n)/(1 - 2*n) <> (1 - 2*n)/(1 + 2*n)
product(1 + 2/k, k, 1, n) = (n + 1)*(n + 2)/2 <> n*(n + 1)/2
product((2*k - 1)/(2*k), k, 1, n) = binomial(2*n, n)/4**n <> binomial(2*n, n)/2**n
product(x**k, k, 1, n) = x**(n*(n + 1)/2) <> x**(n*(n - 1)/2)
product(2**(2*k + 1), k, 0, n) = 2**((n + 1)**2) <> 2**(n**2)
product(x*k, k, 1, n) = x**n*factorial(n) <> x*factorial(n)
product(3, k, 0, n) = 3**(n + 1) <> 3**n
product(p**k*q, k, 1, n) = p**(n*(n + 1)/2)*q**n <> p**(n*(n + 1)/2)*q
product(exp(k), k, 0, n) = exp(n*(n + 1)/2) <> exp(n*(n - 1)/2)
product(product(2, j, 1, k), k, 1, n) = 2**(n*(n + 1)/2) <> 2**(n*n)
product(k + 1, k, 0, n - 1)*product(k, k, 1, n) = factorial(n)**2 <> factorial(2*n)
product(1 + 2**(2**k), k, 0, n) = 2**(2**(n + 1)) - 1 <> 2**(2**n) - 1
product(1 + 1/(k*(k + 2)), k, 1, n) = 2*(n + 1)/(n + 2) <> (n + 1)/(n + 2)
product((k + 1)**2/(k*(k + 2)), k, 1, n) = 2*(n + 1)/(n + 2) <> 2*n/(n + 2)
product(n + k, k, 1, n) = factorial(2*n)/factorial(n) <> factorial(2*n)
product(n - k, k, 0, n) = 0 <> factorial(n)
product(m + k, k, 1, n) = factorial(m + n)/factorial(m) <> factorial(m + n)
product((-1)**k, k, 0, 2*n) = (-1)**n <> 1
product(x - k, k, 0, n) = factorial(n + 1)*binomial(x, n + 1) <> factorial(n)*binomial(x, n)

# recurrences: n m natural; k index; f fibonacci; x real
each(k, eq(f[k + 2], f[k + 1] + f[k])); eq(f[0], 0); eq(f[1], 1) |- total(f[k], k, 1, n) = f[n + 2] - 1 <> f[n + 1] - 1
each(k, eq(f[k + 2], f[k + 1] + f[k])); eq(f[0], 0); eq(f[1], 1) |- total(f[2*k + 1], k, 0, n) = f[2*n + 2] <> f[2*n + 1]
each(k, eq(f[k + 2], f[k + 1] + f[k])); eq(f[0], 0); eq(f[1], 1) |- total(f[2*k], k, 0, n) = f[2*n + 1] - 1 <> f[2*n + 1]
each(k, eq(f[k + 2], f[k + 1] + f[k])); eq(f[0], 0); eq(f[1], 1) |- total((-1)**k*f[k], k, 0, n + 1) = (-1)**(n + 1)*f[n] - 1 <> (-1)**(n + 1)*f[n]
each(k, eq(f[k + 2], f[k + 1] + f[k])); eq(f[0], 0); eq(f[1], 1) |- total(f[k]**2, k, 0, n) = f[n]*f[n + 1] <> f[n]**2
each(k, eq(f[k + 2], f[k + 1] + f[k])); eq(f[0], 0); eq(f[1], 1) |- total(f[k]*f[k + 1], k, 0, 2*n) = f[2*n + 1]**2 - 1 <> f[2*n + 1]**2
each(k, eq(f[k + 2], f[k + 1] + f[k])); eq(f[0], 0); eq(f[1], 1) |- f[n + 1]**2 - f[n + 1]*f[n] - f[n]**2 = (-1)**n <> 1
each(k, eq(f[k + 2], f[k + 1] + f[k])); eq(f[0], 0); eq(f[1], 1) |- total(k*f[k], k, 0, n) = n*f[n + 2] - f[n + 3] + 2 <> n*f[n + 2] - f[n + 3]
each(k, eq(f[k + 2], f[k + 1] + f[k])); eq(f[0], 0); eq(f[1], 1) |- f[n + m + 1] = f[n + 1]*f[m + 1] + f[n]*f[m] <> f[n + 1]*f[m + 1] - f[n]*f[m]
each(k, eq(f[k + 2], f[k + 1] + f[k])); eq(f[0], 0); eq(f[1], 1) |- f[2*n] = f[n]*(2*f[n + 1] - f[n]) <> f[n]*(2*f[n + 1] + f[n])
each(k, eq(f[k + 2], f[k + 1] + f[k])); eq(f[0], 0); eq(f[1], 1) |- total(f[k]/2**k, k, 0, n) = 2 - f[n + 3]/2**n <> 2 - f[n + 2]/2**n
each(k, eq(f[k + 2], f[k + 1] + f[k])); eq(f[0], 0); eq(f[1], 1) |- total(f[3*k], k, 0, n) = (f[3*n + 2] - 1)/2 <> (f[3*n + 2] + 1)/2
each(k, eq(f[k + 2], f[k + 1] + f[k])); eq(f[0], 0); eq(f[1], 1) |- f[n + 4] = 3*f[n + 2] - f[n] <> 3*f[n + 2] + f[n]
each(k, eq(f[k + 2], f[k + 1] + f[k])); eq(f[0], 0); eq(f[1], 1) |- f[n] < 2**n <> n

# double sums: n m natural; i j k index; x real
total(total(i*j, j, 1, m), i, 1, n) = n*(n + 1)*m*(m + 1)/4 <> n*(n + 1)*m*(m - 1)/4
total(total(i + j, j, 0, n), i, 0, n) = n*(n + 1)**2 <> n**2*(n + 1)
total(total(i*j, j, 1, i), i, 1, n) = n*(n + 1)*(n + 2)*(3*n + 1)/24 <> n*(n + 1)*(n + 2)*(3*n - 1)/24
total(total(j, j, i, n), i, 1, n) = n*(n + 1)*(2*n + 1)/6 <> n*(n + 1)*(2*n - 1)/6
total(total(1, j, i + 1, n), i, 1, n) = n*(n - 1)/2 <> n*(n + 1)/2
total(total(2**j, j, 0, i), i, 0, n) = 2**(n + 2) - n - 3 <> 2**(n + 2) - n - 2
total(total(total(1, k, 1, j), j, 1, i), i, 1, n) = n*(n + 1)*(n + 2)/6 <> n*(n + 1)*(n + 2)/3
total(total((i - j)**2, j, 1, n), i, 1, n) = n**2*(n**2 - 1)/6 <> n**2*(n**2 + 1)/6
total(total(binomial(i, j), j, 0, i), i, 0, n) = 2**(n + 1) - 1 <> 2**n - 1
total(total(2**i*3**j, j, 0, n), i, 0, n) = (2**(n + 1) - 1)*(3**(n + 1) - 1)/2 <> (2**(n + 1) - 1)*(3**(n + 1) - 1)
total(total(1/j, j, i, n), i, 1, n) = n <> n + 1
total(total(j**2, j, 1, i), i, 1, n) = n*(n + 1)**2*(n + 2)/12 <> n*(n + 1)**2*(n + 2)/6
total(total(maximum(i, j), j, 1, n), i, 1, n) = n*(n + 1)*(4*n - 1)/6 <> n*(n + 1)*(2*n + 1)/6
total(total(minimum(i, j), j, 1, n), i, 1, n) = n*(n + 1)*(2*n + 1)/6 <> n*(n + 1)*(4*n - 1)/6
total(total(abs(i - j), j, 1, n), i, 1, n) = n*(n**2 - 1)/3 <> n*(n**2 - 1)/6
total(abs(n - k), k, 0, 2*n) = n*(n + 1) <> n**2
total(minimum(k, n), k, 0, 2*n) = n*(3*n + 1)/2 <> n*(3*n - 1)/2
total(maximum(k, n), k, 0, 2*n) = n*(5*n + 3)/2 <> n*(5*n + 1)/2
total(abs(k), k, -n, n) = n*(n + 1) <> n**2
total(delta(k - n), k, 0, 2*n) = 1 <> 0
total(k*delta(k - n), k, 0, n + 3) = n <> n + 1

# sequences: n m natural; k j index; a b sequence; c real
total(a[k] - a[k + 2], k, 0, n) = a[0] + a[1] - a[n + 1] - a[n + 2] <> a[0] - a[n + 2]
total(a[k + 1]**2 - a[k]**2, k, 0, n) = a[n + 1]**2 - a[0]**2 <> a[n]**2 - a[0]**2
total(a[k]*(b[k] + b[k + 1]), k, 0, n) = total(a[k]*b[k], k, 0, n) + total(a[k]*b[k + 1], k, 0, n) <> total(a[k]*b[k], k, 0, n)
total((k + 1)*(a[k + 1] - a[k]), k, 0, n) = (n + 1)*a[n + 1] - total(a[k], k, 0, n) <> (n + 1)*a[n + 1] - total(a[k], k, 0, n + 1)
total(total(a[j], j, 0, k), k, 0, n) = total((n + 1 - k)*a[k], k, 0, n) <> total((n - k)*a[k], k, 0, n)
total(a[k], k, 0, 2*n) = total(a[2*k], k, 0, n) + total(a[2*k + 1], k, 0, n - 1) <> total(a[2*k], k, 0, n)
total(a[k], k, 0, n) - total(a[k], k, 1, n) = a[0] <> a[1]
total(total(a[j]*b[k], j, 0, n), k, 0, m) = total(a[j], j, 0, n)*total(b[k], k, 0, m) <> total(a[j]*b[j], j, 0, n)
total(c*a[k] + b[k], k, 0, n) = c*total(a[k], k, 0, n) + total(b[k], k, 0, n) <> c*total(a[k], k, 0, n)
total(a[k], k, 2, n + 2) = total(a[k + 2], k, 0, n) <> total(a[k + 1], k, 0, n)

# trigonometry: n natural; k index; x real
ne(sin(x/2), 0) |- total(cos(k*x), k, 1, n) = sin((n + rational("1/2"))*x)/(2*sin(x/2)) - rational("1/2") <> sin(n*x)/(2*sin(x/2)) - rational("1/2")
ne(sin(x/2), 0) |- total(sin(k*x), k, 1, n) = (cos(x/2) - cos((n + rational("1/2"))*x))/(2*sin(x/2)) <> (cos(x/2) + cos((n + rational("1/2"))*x))/(2*sin(x/2))
ne(sin(x/2), 0) |- 1 + 2*total(cos(k*x), k, 1, n) = sin((2*n + 1)*x/2)/sin(x/2) <> sin((2*n - 1)*x/2)/sin(x/2)
ne(sin(x), 0) |- total(sin((2*k - 1)*x), k, 1, n) = sin(n*x)**2/sin(x) <> sin(n*x)/sin(x)
ne(sin(x), 0) |- total(cos((2*k - 1)*x), k, 1, n) = sin(2*n*x)/(2*sin(x)) <> sin(n*x)/(2*sin(x))
ne(sin(x), 0) |- product(cos(2**k*x), k, 0, n) = sin(2**(n + 1)*x)/(2**(n + 1)*sin(x)) <> sin(2**(n + 1)*x)/(2**n*sin(x))
total(cos(k*x)**2 + sin(k*x)**2, k, 1, n) = n <> n + 1
total(sin((k + 1)*x) - sin(k*x), k, 0, n) = sin((n + 1)*x) <> sin(n*x)
total(cos(k*pi), k, 0, 2*n) = 1 <> 0
total(2*sin(x)*cos(2*k*x), k, 0, n) = sin((2*n + 1)*x) + sin(x) <> sin((2*n + 1)*x)
total(cos(k) - cos(k + 3), k, 1, n) = cos(1) + cos(2) + cos(3) - cos(n + 1) - cos(n + 2) - cos(n + 3) <> cos(1) - cos(n + 3)

# logarithms: n natural; k index; x positive
total(log(1 + 1/k), k, 1, n) = log(n + 1) <> log(n + 2)
total(log(k), k, 1, n) = log(factorial(n)) <> log(factorial(n + 1))
total(k*log(x), k, 0, n) = n*(n + 1)/2*log(x) <> n*(n - 1)/2*log(x)
total(exp(k), k, 0, n) = (exp(n + 1) - 1)/(exp(1) - 1) <> (exp(n) - 1)/(exp(1) - 1)
total(log((k + 1)/k), k, 1, n) = log(n + 1) <> log(n + 2)
"""
BOUNDS = """
# bounds of sums: n m natural; k index; x positive; a sequence; p q real
n >= 1 |- total(1/k, k, 1, n) >= 1 <> 2
harmonic(2**n) >= 1 + n/2 <> 2 + n/2
total(1/k, k, n + 1, 2*n + 1) >= rational("1/2") <> 1
n >= 1 |- total(1/sqrt(k), k, 1, n) >= sqrt(n) <> 2*sqrt(n)
total(1/sqrt(k), k, 1, n) <= 2*sqrt(n) <> sqrt(n)
n >= 1 |- total(1/k**2, k, 1, n) <= 2 - 1/n <> 1 + 1/n
total(1/factorial(k), k, 0, n) <= 3 <> 2
total(1/k**3, k, 1, n) <= rational("3/2") <> 1
total(k/2**k, k, 0, n) <= 2 <> 1
total(k**2, k, 1, n) >= n**3/3 <> n**3
total(sqrt(k), k, 1, n) <= n*sqrt(n) <> n
total(k**3, k, 0, n) <= n**4/4 + n**3/2 + n**2/4 <> n**4/4
x <= 1 |- (1 - x)**n >= 1 - n*x <> 1 - x
(1 + x)**n >= 1 + n*x + n*(n - 1)/2*x**2 <> 1 + n*x + n**2*x**2
product(1 + a[k]**2, k, 0, n) >= 1 + total(a[k]**2, k, 0, n) <> 2 + total(a[k]**2, k, 0, n)
n >= 1 |- product((2*k - 1)/(2*k), k, 1, n) <= 1/sqrt(2*n + 1) <> 1/(2*n + 1)
n >= 1 |- product((2*k - 1)/(2*k), k, 1, n) <= 1/sqrt(3*n + 1) <> 1/(3*n + 1)
n >= 2 |- factorial(n) < n**n <> n**(n - 1)
2**n <= factorial(n + 1) <> n + 1
binomial(2*n, n) <= 4**n <> 2**n
n >= 1 |- binomial(2*n, n) >= 2**n <> 4**n
binomial(n, 2) <= n**2/2 <> n/2
n >= 1 |- 4**n <= 2*n*binomial(2*n, n) <> n*binomial(2*n, n)
3**n >= n**2 <> n**4
n >= 10 |- 2**n >= n**3 <> n**4
total(2**k, k, 0, n) < 2**(n + 1) <> 2**n
0 <= q; q < 1 |- total(q**k, k, 0, n) <= 1/(1 - q) <> 1
abs(q) < 1 |- abs(total(q**k, k, 0, n)) <= 1/(1 - abs(q)) <> 1
n >= 1 |- total(1/(n + k), k, 1, n) >= rational("1/2") <> 1
n >= 2 |- total(1/(n + k), k, 1, n) > rational("13/24") <> 1
total(a[k], k, 1, n)**2 <= n*total(a[k]**2, k, 1, n) <> total(a[k]**2, k, 1, n)

# integers: n m natural; i j k x y integer
exists(i, eq(8**n - 1, 7*i)) <> exists(i, eq(8**n - 1, 49*i))
exists(i, eq(k**3 - k, 6*i)) <> exists(i, eq(k**3 - k, 12*i))
exists(i, eq(k*(k + 1), 2*i)) <> exists(i, eq(k*(k + 1), 4*i))
exists(i, eq(k**5 - k, 30*i)) <> exists(i, eq(k**5 - k, 60*i))
exists(i, eq(k**7 - k, 42*i)) <> exists(i, eq(k**7 - k, 84*i))
exists(i, eq(3**(2*n) - 1, 8*i)) <> exists(i, eq(3**(2*n) - 1, 16*i))
exists(i, eq(10**n - 1, 9*i)) <> exists(i, eq(10**n - 1, 99*i))
exists(i, eq(2**(2*n) - 1, 3*i)) <> exists(i, eq(2**(2*n) - 1, 9*i))
exists(i, eq(5**n + 3, 4*i)) <> exists(i, eq(5**n + 3, 8*i))
exists(i, eq(7**n - 2**n, 5*i)) <> exists(i, eq(7**n - 2**n, 25*i))
exists(i, eq(11**(n + 2) + 12**(2*n + 1), 133*i)) <> exists(i, eq(11**(n + 2) + 12**(2*n + 1), 266*i))
exists(i, eq(3**(3*n + 3) - 26*n - 27, 169*i)) <> exists(i, eq(3**(3*n + 3) - 26*n - 27, 507*i))
exists(i, eq(4**n + 15*n - 1, 9*i)) <> exists(i, eq(4**n + 15*n - 1, 27*i))
exists(i, eq(n*(n + 1)*(n + 2), 6*i)) <> exists(i, eq(n*(n + 1)*(n + 2), 12*i))
exists(i, eq(n*(n + 1)*(2*n + 1), 6*i)) <> exists(i, eq(n*(n + 1)*(2*n + 1), 12*i))
exists(i, eq(k**2*(k**2 - 1), 12*i)) <> exists(i, eq(k**2*(k**2 - 1), 24*i))
exists(i, eq((2*k + 1)**2 - 1, 8*i)) <> exists(i, eq((2*k + 1)**2 - 1, 16*i))
exists(i, or_(eq(k**2, 4*i), eq(k**2, 4*i + 1))) <> exists(i, eq(k**2, 4*i))
exists(i, or_(eq(k**2, 3*i), eq(k**2, 3*i + 1))) <> exists(i, eq(k**2, 3*i))
exists(i, eq(x**3 - x + y**3 - y, 6*i)) <> exists(i, eq(x**3 - x + y**3 - y, 12*i))
k**2 != 3*i + 2 <> 3*i + 1
k**2 != 4*i + 3 <> 4*i + 1
x**2 + y**2 != 4*i + 3 <> 4*i + 2
2*x + 4*y != 2*i + 1 <> 2*i
6*x + 9*y != 3*i + 2 <> 3*i
k**3 != 7*i + 2 <> 7*i + 1
k**4 != 16*i + 2 <> 16*i + 1
2*x**2 != 3*i + 1 <> 3*i + 2
(2*x + 1)*(2*y + 1) != 2*i <> 2*i + 1
exists(i, eq(x, 2*i)); exists(i, eq(y, 2*i)) |- exists(i, eq(x + y, 2*i)) <> exists(i, eq(x + y, 4*i))
exists(i, eq(x, 6*i)) |- exists(i, eq(x, 3*i)) <> exists(i, eq(x, 12*i))
exists(i, exists(j, eq(3*i + 5*j, 1))) <> exists(i, exists(j, eq(3*i + 6*j, 1)))
exists(i, exists(j, eq(6*i + 10*j, 2))) <> exists(i, exists(j, eq(6*i + 10*j, 1)))
exists(i, exists(j, eq(k, 3*i + 5*j))) <> exists(i, exists(j, eq(k, 3*i + 6*j)))
exists(i, exists(j, eq(i*n + j*(n + 1), 1))) <> exists(i, exists(j, eq(i*2*n + j*2*(n + 1), 1)))
exists(i, exists(j, eq(i*(2*n + 1) + j*n, 1))) <> exists(i, exists(j, eq(i*(2*n + 2) + j*2*n, 1)))

# growth: n m natural; k index; x positive
n >= 6 |- factorial(n) < (n/2)**n <> (n/3)**n
n >= 1 |- factorial(2*n) <= (n*(n + 1))**n <> (n*n)**n
n >= 1 |- factorial(n)**2 >= n**n <> n**(n + 1)
n >= 2 |- factorial(2*n) > factorial(n)**2*2**n <> factorial(n)**2*4**n
n >= 3 |- 3**n + 4**n < 5**n <> 5**n - 50
n >= 1 |- (1 + 1/n)**n <= (1 + 1/(n + 1))**(n + 1) <> (1 + 1/(n + 1))**n
n >= 1 |- (n + 1)**n >= 2*n**n <> 3*n**n
m >= 1; n >= 1 |- factorial(m + n) <= (m + n)**n*factorial(m) <> (m + n - 1)**n*factorial(m)

# members: n natural; k index; a sequence
each(k, a[k] > 0); n >= 1 |- n/total(1/a[k], k, 1, n) <= total(a[k], k, 1, n)/n <> total(a[k], k, 1, n)/n - 1
each(k, a[k] >= 0) |- sqrt(total(a[k], k, 1, n)) <= total(sqrt(a[k]), k, 1, n) <> total(sqrt(a[k]), k, 1, n)/2
each(k, a[k] >= 0) |- total(a[k]**2, k, 1, n) <= total(a[k], k, 1, n)**2 <> total(a[k], k, 1, n)**2/2
"""
